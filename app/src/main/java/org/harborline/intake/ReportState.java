// SPDX-License-Identifier: Apache-2.0
package org.harborline.intake;

/// Life of a report on the wire. Only a finished report is filed; the other ends are counted beside.
public enum ReportState {
    OPEN,
    FINISHED,
    RETRACTED,
    /// Never finished, removed after the deadline.
    EXPIRED
}
