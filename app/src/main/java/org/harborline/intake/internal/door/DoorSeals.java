// SPDX-License-Identifier: Apache-2.0
package org.harborline.intake.internal.door;

import com.google.common.hash.Hashing;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.harborline.intake.DoorDraft;
import org.harborline.intake.DoorProblem;
import org.harborline.platform.Keyset;
import org.harborline.platform.ProblemException;
import org.harborline.vault.FieldId;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// Seals what travels in the forms of the public door: a draft, and what stands for the words of an open door. Both
/// open for some hours and only here; the browser keeps nothing and the server neither.
@Component
class DoorSeals {

    static final FieldId MESSAGE = new FieldId("intake.door-message");

    private static final Duration OPENS_FOR = Duration.ofHours(4);
    private static final String COMPARTMENT = "reporter";
    private static final byte[] DRAFT = "intake.door-draft".getBytes(StandardCharsets.UTF_8);
    private static final byte[] DOOR = "intake.open-door".getBytes(StandardCharsets.UTF_8);

    private final Keyset keyset;
    private final JsonMapper json;
    private final Clock clock;

    DoorSeals(Keyset keyset, JsonMapper json, Clock clock) {
        this.keyset = keyset;
        this.json = json;
        this.clock = clock;
    }

    /// An open door.
    ///
    /// @param message drawn for the page it travels in and kept nowhere else
    /// @param shown messages of staff that stand on the page it travels in
    record Open(UUID door, UUID message, List<UUID> shown, Instant openedAt) {

        Open {
            shown = List.copyOf(shown);
        }

        /// The id of a message that was typed into this page. The page sent twice, from wherever, is one
        /// message; another text or a word of danger in it is another. The drawn part keeps the text from being
        /// guessed by it.
        UUID idOf(String text, boolean danger) {
            var hash = ByteBuffer.wrap(Hashing.sha256()
                    .newHasher()
                    .putLong(message.getMostSignificantBits())
                    .putLong(message.getLeastSignificantBits())
                    .putBoolean(danger)
                    .putUnencodedChars(text)
                    .hash()
                    .asBytes());
            return new UUID(hash.getLong(), hash.getLong());
        }
    }

    String seal(DoorDraft draft) {
        return seal(json.writeValueAsBytes(draft), DRAFT);
    }

    DoorDraft draft(String sealed) {
        DoorDraft draft = read(sealed, DRAFT, DoorDraft.class);
        requireFresh(draft.begunAt());
        return draft;
    }

    String seal(Open open) {
        return seal(json.writeValueAsBytes(open), DOOR);
    }

    Open door(String sealed) {
        Open open = read(sealed, DOOR, Open.class);
        requireFresh(open.openedAt());
        return open;
    }

    private void requireFresh(Instant since) {
        if (clock.instant().isAfter(since.plus(OPENS_FOR))) {
            throw new ProblemException(DoorProblem.FORM_TOO_OLD);
        }
    }

    private String seal(byte[] clear, byte[] binding) {
        try {
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(keyset.wrapping(COMPARTMENT).encrypt(clear, binding));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a form of the public door could not be sealed", e);
        }
    }

    private <T> T read(String sealed, byte[] binding, Class<T> type) {
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(sealed);
            return json.readValue(keyset.wrapping(COMPARTMENT).decrypt(bytes, binding), type);
        } catch (GeneralSecurityException | IllegalArgumentException | JacksonException _) {
            throw new ProblemException(DoorProblem.FORM_TOO_OLD);
        }
    }
}
