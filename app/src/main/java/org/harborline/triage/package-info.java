// SPDX-License-Identifier: Apache-2.0
/// Decides what is seen first and by whom: priority from a decision table with every reason, paging for
/// danger now and for what was not referred in time, the worklist with its leases, designation. It
/// never lowers a P1 or P2 by itself and closes nothing.
@ApplicationModule(
        displayName = "Triage",
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
            "linking :: facts"
        })
@NullMarked
package org.harborline.triage;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
