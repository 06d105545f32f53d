// SPDX-License-Identifier: Apache-2.0
package org.harborline.registry;

/// How fine the knowledge is on which an agency is proposed, finest first. It says nothing about whether the place
/// itself is true.
public enum Confidence {
    /// The city, or a postcode written out far enough to name one.
    CITY,
    /// The county, or an area of postcodes.
    COUNTY,
    /// Only the region: where several agencies share it, all are proposed.
    STATE,
    COUNTRY,
    /// Nobody covers the place, or it is unknown.
    FALLBACK
}
