// SPDX-License-Identifier: Apache-2.0
/// Lets engineers of companies see in a sandbox what becomes of a report: invented agencies that answer as real ones
/// do, each always in the same way, through the same desks as people. Outside a sandbox it does nothing and has no
/// page.
@ApplicationModule(
        displayName = "Sandbox",
        allowedDependencies = {"platform", "registry", "intake", "triage", "referral", "notices"})
@NullMarked
package org.harborline.sandbox;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
