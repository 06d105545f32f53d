// SPDX-License-Identifier: Apache-2.0
package org.harborline.triage;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Somebody who is paged about danger now.
///
/// @param step 1 is paged in the first round, 2 from the second on, and so forth
/// @param startsAt first moment of duty; always when absent
/// @param endsAt end of duty; open when absent
/// @param webhook where a signed call goes in addition to the mail
/// @param secret signs the calls, `whsec_…`; made here and given to the receiver
/// @param language in which the mail is written, `en` or `es`
/// @param reachable whether there is a way to this contact: a mail server is set, or a webhook leads to a listed host
public record RotaContact(
        UUID id,
        int step,
        @Nullable Instant startsAt,
        @Nullable Instant endsAt,
        String name,
        String mail,
        @Nullable String webhook,
        @Nullable String secret,
        String language,
        boolean reachable) {

    /// Whether this contact is on duty.
    public boolean onDutyAt(Instant moment) {
        return (startsAt == null || !startsAt.isAfter(moment)) && (endsAt == null || endsAt.isAfter(moment));
    }

    @Override
    public String toString() {
        return "RotaContact(" + id + ", step " + step + ")";
    }
}
