// SPDX-License-Identifier: Apache-2.0
package org.harborline.intake.internal;

import java.time.Period;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// What the law of the operator's scheme says about a filed report. Data, because it differs from country to country.
///
/// @param legalEffect the sentence on every receipt
/// @param preservation how long a sender keeps the material after it has finished a report
@ConfigurationProperties("harborline.scheme")
record Scheme(
        @DefaultValue("This receipt has no statutory effect; US providers must also report to NCMEC.")
        String legalEffect,

        @DefaultValue("P1Y") Period preservation) {}
