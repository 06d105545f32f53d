// SPDX-License-Identifier: Apache-2.0
/// Takes reports in and loses none: the provider API, the content gate, the received text after gate, the receipt and
/// the clocks. It shows
/// the report page, to which later modules add their panels. It judges nothing: what a report means is decided by the
/// modules that follow
/// its facts.
@ApplicationModule(
        displayName = "Intake",
        allowedDependencies = {
            "platform",
            "platform :: outbound",
            "journal",
            "journal :: ledgers",
            "access",
            "vault",
            "vault :: facts",
            "registry"
        })
@NullMarked
package org.harborline.intake;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
