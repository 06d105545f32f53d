// SPDX-License-Identifier: Apache-2.0
/// What every module stands on: time, ids, the database, jobs, the keyset, the problem catalogue, the frame of a page,
/// the one door for
/// outbound calls, and the words `Actor`, `Purpose`, `Permission` and `RecordRef`. It knows nothing of reports and
/// publishes no facts.
@ApplicationModule(
        displayName = "Platform",
        allowedDependencies = {})
@NullMarked
package org.harborline.platform;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
