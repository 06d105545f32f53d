// SPDX-License-Identifier: Apache-2.0
package org.harborline.platform;

/// Why somebody looks at records. Stated once for a sensitive read and journalled with it.
public enum Purpose {
    TRIAGE,
    REFERRAL,
    LOOK_UP,
    SAFEGUARDING,
    SUPPORT,
    QUALITY_REVIEW,
    AGENCY_CASE,
    REPORTING_OBLIGATION,
    OPERATION,
    AUDIT
}
