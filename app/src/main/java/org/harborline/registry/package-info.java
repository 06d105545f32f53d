// SPDX-License-Identifier: Apache-2.0
/// Providers with their services, agencies with their coverage, contacts and who verified them. It says who exists and
/// what they
/// cover on a given day; where a report goes is decided in `referral`.
@ApplicationModule(
        displayName = "Registry",
        allowedDependencies = {"platform", "platform :: outbound", "journal", "access", "vault"})
@NullMarked
package org.harborline.registry;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
