// SPDX-License-Identifier: Apache-2.0
/// Gets each report to the right agency and hears back: routing explained, the signed package, delivery,
/// acknowledgement, return,
/// feedback, corrections and supplements. It never sends who reported and never sends material, because there is none.
@ApplicationModule(
        displayName = "Referral",
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
            "intake :: facts",
            "intake :: panels",
            "linking",
            "linking :: facts",
            "triage",
            "triage :: facts"
        })
@NullMarked
package org.harborline.referral;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
