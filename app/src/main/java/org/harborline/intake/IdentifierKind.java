// SPDX-License-Identifier: Apache-2.0
package org.harborline.intake;

/// Kinds of identifier that a report can state. How each is compared is decided in `linking`.
public enum IdentifierKind {
    PROVIDER_USER_ID,
    EMAIL,
    PHONE,
    SCREEN_NAME,
    DISPLAY_NAME,
    PERSON_NAME,
    IP_ADDRESS,
    DEVICE_ID,
    URL,
    PROFILE_URL,
    GROUP,
    PRIOR_REPORT,
    POSTAL_ADDRESS,
    VEHICLE,
    SCHOOL,
    /// An account or name at a payment service. The reporting interface has no element for it; staff find it.
    PAYMENT_HANDLE
}
