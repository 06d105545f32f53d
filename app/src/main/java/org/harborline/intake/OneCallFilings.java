// SPDX-License-Identifier: Apache-2.0
package org.harborline.intake;

import java.util.Map;
import java.util.Optional;
import org.harborline.platform.Actor;

/// Filing a whole report in one call, and finding it again. Every outcome is an answer; what throws is a fault of
/// ours. Actors need [org.harborline.platform.Permission#REPORT_FILE] to file,
/// [org.harborline.platform.Permission#FILING_READ] to find, and a provider as their party; they reach their own
/// reports only.
public interface OneCallFilings {

    /// What may be filed, as JSON Schema, by the names of the types; `filing` is the whole. They refer to each other
    /// by `#/components/schemas/`.
    Map<String, Object> schemas();

    /// Files a report. Durable when it is answered. The same key with the same report is answered as the first time,
    /// however often and however many at a time.
    FiledAnswer file(Actor actor, SentFiling filing);

    /// What became of a report; also after its content was erased.
    Optional<FiledReceipt> find(Actor actor, ReportNumber number);

    /// The report that was filed under the sender's own reference.
    Optional<FiledReceipt> find(Actor actor, String reference);

    /// Filed reports in the order in which they were filed, whenever they were opened. Places only grow: whoever goes
    /// on behind the last one it knows gets each report once. One stands here when the journal has taken it up. One
    /// that could not be taken up at first, and was after others that its company filed later, stands where it was
    /// taken up, behind them. The places are facts of the journal: building the list again gives each report
    /// the place that it had, so a reader with a place of before misses none and gets none twice.
    ///
    /// @param after the last place already known; 0 for the beginning
    FiledPage list(Actor actor, long after, int limit);
}
