// SPDX-License-Identifier: Apache-2.0
/// Says which reports belong together and why: identifiers, normalisation, exact strong links, findings, look-up,
/// clusters as views,
/// cut and undo. It never merges anything and never compares across roles without saying so.
@ApplicationModule(
        displayName = "Linking",
        allowedDependencies = {
            "platform",
            "journal",
            "journal :: related",
            "access",
            "vault",
            "vault :: facts",
            "registry",
            "intake",
            "intake :: facts",
            "intake :: panels"
        })
@NullMarked
package org.harborline.linking;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
