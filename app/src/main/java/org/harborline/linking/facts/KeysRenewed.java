// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking.facts;

import java.time.Instant;
import org.harborline.intake.ReportNumber;
import org.harborline.journal.Fact;
import org.harborline.journal.FactType;
import org.harborline.platform.RecordRef;

/// Keys of some reports are to be made anew, because a rule has another version than the one they were made by.
/// Linking takes it up in its turn, like a report that is filed.
///
/// @param from the first of the reports
/// @param to the last of them
/// @param pass 0 carries over which keys are too common, 1 makes the new keys and their links, 2 lets go of old keys
/// and of what rests on them alone, once all
/// reports have new ones
/// @param startedAt when the whole began; what was filed later has the new keys
@FactType(KeysRenewed.TYPE)
public record KeysRenewed(ReportNumber from, ReportNumber to, int pass, Instant startedAt) implements Fact {

    /// Its permanent name.
    public static final String TYPE = "linking.keys-renewed";

    @Override
    public RecordRef subject() {
        // all parts are of one subject: behind one that cannot be taken up the others wait, and none is passed over
        return new RecordRef("key-renewal", Long.toString(startedAt.toEpochMilli()));
    }
}
