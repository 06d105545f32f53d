// SPDX-License-Identifier: Apache-2.0
package org.harborline.intake;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import org.harborline.platform.RecordRef;

/// The one id of a report, everywhere. At most 2^53-1, because clients in JavaScript reject larger ones.
public record ReportNumber(@JsonValue long value) implements Comparable<ReportNumber> {

    /// The largest whole number that every client can hold.
    public static final long MAX = (1L << 53) - 1;

    @JsonCreator
    public ReportNumber {
        if (value < 1 || value > MAX) {
            throw new IllegalArgumentException("a report number is between 1 and 2^53-1");
        }
    }

    public RecordRef asRecord() {
        return RecordRef.of("report", value);
    }

    @Override
    public int compareTo(ReportNumber other) {
        return Long.compare(value, other.value);
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
