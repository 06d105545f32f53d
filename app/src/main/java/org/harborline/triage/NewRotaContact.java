// SPDX-License-Identifier: Apache-2.0
package org.harborline.triage;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Somebody to be put on the rota; see [RotaContact].
public record NewRotaContact(
        int step,
        @Nullable Instant startsAt,
        @Nullable Instant endsAt,
        String name,
        String mail,
        @Nullable String webhook,
        String language) {

    /// As many steps as a rota may have.
    public static final int STEPS = 9;

    public NewRotaContact {
        if (step < 1 || step > STEPS || name.isBlank() || !mail.contains("@")) {
            throw new IllegalArgumentException("a rota contact has a step from 1 to 9, a name and a mail address");
        }
        if (startsAt != null && endsAt != null && !endsAt.isAfter(startsAt)) {
            throw new IllegalArgumentException("a duty ends after it starts");
        }
    }

    @Override
    public String toString() {
        return "NewRotaContact(step " + step + ")";
    }
}
