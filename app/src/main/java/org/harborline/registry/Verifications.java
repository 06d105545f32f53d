// SPDX-License-Identifier: Apache-2.0
package org.harborline.registry;

import java.time.LocalDate;
import java.util.UUID;
import org.harborline.platform.Actor;
import org.jspecify.annotations.Nullable;

/// How a company comes to be verified. Nothing here decides whether a report is taken. Changes made on an older version
/// of the company are refused with [org.harborline.platform.PlatformProblem#CHANGED_MEANWHILE].
///
/// Looking needs [org.harborline.platform.Permission#REGISTRY_READ] or is about the own company; changing needs
/// [org.harborline.platform.Permission#REGISTRY_CHANGE], agreeing
/// [org.harborline.platform.Permission#PROVIDER_APPROVE].
public interface Verifications {

    /// How far a company is, without what people wrote.
    Verifying of(Actor actor, ProviderId provider);

    /// As [#of], with what people wrote. Needs a purpose; the opening is journalled.
    Verifying opened(Actor actor, ProviderId provider);

    /// What waits for staff, and what they have to hear of. Needs
    /// [org.harborline.platform.Permission#REGISTRY_READ].
    Attention attention(Actor actor);

    /// Notes that an item was checked.
    ///
    /// @param note what was looked at and where it is kept
    void check(Actor actor, ProviderId provider, CheckItem item, String note, long version);

    /// Opens an item again. What was agreed on it no longer holds, unless the company was verified already: then it is
    /// listed, and a person decides.
    void reopen(Actor actor, ProviderId provider, CheckItem item, long version);

    /// Enters an agreement.
    ///
    /// @param lastDay last day it is in force; absent when it is open-ended
    void agree(Actor actor, ProviderId provider, String reference, LocalDate firstDay, @Nullable LocalDate lastDay);

    /// Takes an agreement out that was entered wrongly or was ended.
    void dropAgreement(Actor actor, ProviderId provider, UUID agreement);

    /// Agrees that the company is who it says. Everything is checked by then; with the second person it is verified.
    void approve(Actor actor, ProviderId provider, long version);

    /// Says that somebody doubts it. No credential is made from now on, and every report of it says so.
    void suspend(Actor actor, ProviderId provider, long version);

    /// Ends a suspension. The company is unverified, and people agree anew.
    void resume(Actor actor, ProviderId provider, long version);
}
