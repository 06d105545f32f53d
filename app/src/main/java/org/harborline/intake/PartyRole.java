// SPDX-License-Identifier: Apache-2.0
package org.harborline.intake;

/// In which place of a report a person or account was named. A reported person may be a child or a victim and may be
/// innocent.
public enum PartyRole {
    REPORTED_PERSON,
    INTENDED_RECIPIENT,
    VICTIM,
    /// An account that the sender ties to a reported person or victim.
    ASSOCIATED_ACCOUNT,
    /// Named in the incident itself, not with a person.
    INCIDENT
}
