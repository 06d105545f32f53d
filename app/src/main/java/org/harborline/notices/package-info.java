// SPDX-License-Identifier: Apache-2.0
/// What a sender hears of its reports: the outward state and its webhook, told so that nothing of recipient, priority,
/// designation or links shows, and how complete its reports are. It learns what happened by facts alone, and calls
/// nothing of the modules that decide.
@ApplicationModule(
        displayName = "Notices",
        allowedDependencies = {
            "platform",
            "platform :: outbound",
            "journal",
            "journal :: ledgers",
            "access",
            "vault",
            "vault :: facts",
            "registry",
            "intake",
            "intake :: completeness",
            "intake :: facts",
            "intake :: outward",
            "intake :: panels",
            "triage :: facts",
            "referral :: facts"
        })
@NullMarked
package org.harborline.notices;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
