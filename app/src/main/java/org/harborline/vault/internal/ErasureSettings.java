// SPDX-License-Identifier: Apache-2.0
package org.harborline.vault.internal;

import java.time.Period;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// What an operator can set about erasure.
///
/// @param backupRetention how long a backup is kept at most; the certificate names the day that follows from it
@ConfigurationProperties("harborline.vault")
record ErasureSettings(@DefaultValue("35d") Period backupRetention) {

    ErasureSettings {
        if (backupRetention.isNegative()) {
            throw new IllegalArgumentException("harborline.vault.backup-retention is a period such as 35d or 3m");
        }
    }
}
