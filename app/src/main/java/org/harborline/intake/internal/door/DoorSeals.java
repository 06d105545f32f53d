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
import java.util.Optional;
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

        /// What a text that was typed into this page makes. The page sent twice, from wherever, makes the same;
        /// another text, or another use of it, makes another. The drawn part keeps the text from being guessed
        /// by it, and one use from being guessed by another.
        ///
        /// @param time counts from 0 how often the same was said anew
        UUID made(Use use, int time, String text) {
            var hash = ByteBuffer.wrap(Hashing.sha256()
                    .newHasher()
                    .putLong(message.getMostSignificantBits())
                    .putLong(message.getLeastSignificantBits())
                    .putUnencodedChars(use.name())
                    .putInt(time)
                    .putUnencodedChars(text)
                    .hash()
                    .asBytes());
            return new UUID(hash.getLong(), hash.getLong());
        }
    }

    /// What is made of a text: the id of a message, of a message of danger, of a report in the place of one,
    /// and the secret behind the words of that report.
    enum Use {
        MESSAGE,
        DANGER,
        REPORT,
        WORDS
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
        Open open = known(sealed);
        requireFresh(open);
        return open;
    }

    /// Also one that was open for too long.
    ///
    /// @throws ProblemException when it was not sealed here
    Open known(String sealed) {
        return read(sealed, DOOR, Open.class);
    }

    /// The same, for whoever has another way for what was not.
    Optional<Open> knownOrNone(String sealed) {
        try {
            return Optional.of(known(sealed));
        } catch (ProblemException _) {
            return Optional.empty();
        }
    }

    void requireFresh(Open open) {
        requireFresh(open.openedAt());
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
