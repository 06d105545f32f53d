// SPDX-License-Identifier: Apache-2.0
package org.harborline.intake;

import java.util.Optional;
import org.harborline.platform.Actor;

/// What a sender holds in its hands for a filed report, and whether such a thing is genuine.
public interface Receipts {

    /// The receipt of a filed report, made and signed anew. A sender reaches its own reports with
    /// [org.harborline.platform.Permission#REPORT_FILE] or [org.harborline.platform.Permission#FILING_READ], staff
    /// every report with [org.harborline.platform.Permission#REPORT_READ].
    ///
    /// @return empty when there is no such report for this actor, or when it was not filed
    Optional<Receipt> of(Actor actor, ReportNumber number);

    /// Judges the text of a receipt by the keys of this installation. Pure computation: nothing is looked up or kept.
    /// Open to everybody.
    ReceiptVerdict verify(Actor actor, String text);

    /// The public keys with which anybody checks receipts: a Tink key set in JSON, former keys among them.
    String publicKey();
}
