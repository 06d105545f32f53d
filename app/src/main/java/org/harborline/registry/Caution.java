// SPDX-License-Identifier: Apache-2.0
package org.harborline.registry;

/// What whoever chooses a recipient must know about it.
public enum Caution {
    /// The agency or the coverage entry is sample data.
    SAMPLE,
    /// Nobody has confirmed the agency.
    AGENCY_UNVERIFIED,
    /// Nobody has confirmed that the agency covers this place.
    COVERAGE_UNVERIFIED
}
