// SPDX-License-Identifier: Apache-2.0
package org.harborline.triage;

/// How soon a person must look at a report. Declared from the strictest to the least strict, so that the natural order
/// is the order of work.
public enum Priority {
    /// Life or serious harm at risk now. Paged until somebody acknowledges; 15 minutes to the first look.
    P1(1),
    /// A child may be reachable by the reported person, or may be newly harmed; four hours to the first look.
    P2(2),
    /// Good enough to refer, without the above; two working days. Also where no rule says otherwise.
    P3(3),
    /// Informational, with some lead; ten working days.
    P4(4),
    /// Informational and widely seen, void or bundled; sampled.
    P5(5);

    private final int level;

    Priority(int level) {
        this.level = level;
    }

    /// 1 for the strictest to 5, as stored.
    public int level() {
        return level;
    }

    /// Reads a stored level.
    public static Priority of(int level) {
        for (Priority priority : values()) {
            if (priority.level == level) {
                return priority;
            }
        }
        throw new IllegalArgumentException("a priority level is 1 to 5");
    }

    /// Whether this level is to be worked on before the other.
    public boolean stricterThan(Priority other) {
        return level < other.level;
    }

    /// The one of two levels that is to be worked on first.
    public Priority strictest(Priority other) {
        return stricterThan(other) ? this : other;
    }

    /// Whether only a person may lower an open report from this level.
    public boolean loweredByPeopleOnly() {
        return this == P1 || this == P2;
    }
}
