// SPDX-License-Identifier: Apache-2.0
package org.harborline.registry;

import java.time.LocalDate;
import org.harborline.platform.RecordRef;

/// Enters or replaces the contact point of an organisation with this kind and rank.
///
/// @param organisation [ProviderId#ref()] or [AgencyId#ref()]
/// @param rank order within the kind, from 1
/// @param verifiedOn when somebody last reached it
public record PutContact(
        RecordRef organisation, ContactKind kind, int rank, ContactPoint.Details details, LocalDate verifiedOn) {}
