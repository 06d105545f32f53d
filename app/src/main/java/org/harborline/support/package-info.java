// SPDX-License-Identifier: Apache-2.0
/// Stands by survivors and families who ask for somebody to talk to. What they say is a record of its own under its own
/// keys: no report, no link, no package ever holds it, and who works on reports cannot open it. Nothing goes out to
/// somebody who is not alone at home.
@ApplicationModule(
        displayName = "Support",
        allowedDependencies = {
            "platform",
            "platform :: outbound",
            "journal",
            "access",
            "vault",
            "registry",
            "intake :: survivors"
        })
@NullMarked
package org.harborline.support;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
