// SPDX-License-Identifier: Apache-2.0
package org.harborline.triage;

/// What a report is for, as decided by a person. May be decided again; the history stays.
public enum Designation {
    /// Contains information that points to a past, ongoing or planned incident.
    ACTIONABLE,
    /// Severely limited information, no location to refer to, or widely seen content shared without malice.
    INFORMATIONAL
}
