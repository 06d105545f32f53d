// SPDX-License-Identifier: Apache-2.0
package org.harborline.intake.internal.door;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.harborline.intake.Talk;
import org.harborline.platform.Sql;
import org.harborline.vault.SealedText;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The messages behind doors, read a page at a time.
@Component
class DoorMessageTable {

    static final String NEWEST = """
            SELECT message_id, sent_by, danger, sealed_text, sent_at, read_at
              FROM intake.door_message
             WHERE door_id = :door
             ORDER BY sent_at DESC, message_id DESC
             LIMIT :limit
            """;

    static final String BEFORE = """
            SELECT message_id, sent_by, danger, sealed_text, sent_at, read_at
              FROM intake.door_message
             WHERE door_id = :door AND (sent_at, message_id) < (:at, :id)
             ORDER BY sent_at DESC, message_id DESC
             LIMIT :limit
            """;

    /// Begins with the one it is given.
    static final String FROM = """
            SELECT message_id, sent_by, danger, sealed_text, sent_at, read_at
              FROM intake.door_message
             WHERE door_id = :door AND (sent_at, message_id) >= (:at, :id)
             ORDER BY sent_at, message_id
             LIMIT :limit
            """;

    /// What staff wrote and who reported has not read, oldest first.
    static final String UNREAD_BY_THEM = """
            SELECT message_id, sent_by, danger, sealed_text, sent_at, read_at
              FROM intake.door_message
             WHERE door_id = :door AND sent_by IS NOT NULL AND read_at IS NULL
             ORDER BY sent_at, message_id
             LIMIT :limit
            """;

    /// What who reported wrote and staff have not read, oldest first.
    static final String UNREAD_BY_STAFF = """
            SELECT message_id, sent_by, danger, sealed_text, sent_at, read_at
              FROM intake.door_message
             WHERE door_id = :door AND sent_by IS NULL AND read_at IS NULL
             ORDER BY sent_at, message_id
             LIMIT :limit
            """;

    /// Counts no further than it must. What says danger is not counted.
    static final String WAITING = """
            SELECT count(*)
              FROM (SELECT message_id
                      FROM intake.door_message
                     WHERE door_id = :door AND sent_by IS NULL AND read_at IS NULL AND NOT danger
                     LIMIT :limit) AS waiting
            """;

    private final Sql sql;

    DoorMessageTable(Sql sql) {
        this.sql = sql;
    }

    /// A message as stored.
    record Stored(
            UUID id,
            @Nullable String sentBy,
            boolean danger,
            SealedText text,
            Instant sentAt,
            @Nullable Instant readAt) {

        Talk.Message with(@Nullable String clear) {
            return new Talk.Message(id, sentBy, danger, sentAt, readAt, clear);
        }
    }

    /// A part of a conversation.
    ///
    /// @param messages oldest first
    /// @param earlier whether there are some before them
    /// @param next the first one after them; absent when there is none
    record Page(
            List<Stored> messages,
            boolean earlier,
            @Nullable UUID next) {}

    /// Stores a message.
    ///
    /// @return false when it is there already
    boolean insert(UUID door, Stored message) {
        return sql.of("""
                        INSERT INTO intake.door_message (message_id, door_id, sent_by, danger, sealed_text, sent_at)
                        VALUES (:id, :door, :by, :danger, :text, :at)
                        ON CONFLICT (message_id) DO NOTHING
                        """)
                        .param("id", message.id())
                        .param("door", door)
                        .param("by", message.sentBy())
                        .param("danger", message.danger())
                        .param("text", message.text().base64())
                        .param("at", column(message.sentAt()))
                        .update()
                == 1;
    }

    /// A message of a door; empty for one of another.
    Optional<Stored> find(UUID door, UUID message) {
        return sql.of("""
                        SELECT message_id, sent_by, danger, sealed_text, sent_at, read_at
                          FROM intake.door_message
                         WHERE message_id = :id AND door_id = :door
                        """)
                .param("id", message)
                .param("door", door)
                .query((row, _) -> message(row))
                .optional();
    }

    /// The last message, whoever wrote it.
    Optional<Stored> last(UUID door) {
        return newest(door, 1).stream().findFirst();
    }

    private List<Stored> newest(UUID door, int limit) {
        return sql.of(NEWEST)
                .param("door", door)
                .param("limit", limit)
                .query((row, _) -> message(row))
                .list();
    }

    /// How many messages of who reported wait to be read, as far as it matters.
    int waiting(UUID door, int most) {
        return sql.of(WAITING)
                .param("door", door)
                .param("limit", most)
                .query(Integer.class)
                .single();
    }

    /// What who reported is shown, oldest first.
    List<Stored> unreadByThem(UUID door, int limit) {
        return sql.of(UNREAD_BY_THEM)
                .param("door", door)
                .param("limit", limit)
                .query((row, _) -> message(row))
                .list();
    }

    /// What staff are shown first: the newest messages; or, when some that nobody read do not fit with them,
    /// those from the first unread one on, so that none is passed over.
    Page first(UUID door, int size) {
        List<Stored> newest = newest(door, size + 1);
        Optional<Stored> unread = newest.size() <= size ? Optional.empty() : firstUnread(door);
        boolean fits = unread.isEmpty()
                || newest.subList(0, size).stream()
                        .anyMatch(one -> one.id().equals(unread.get().id()));
        return fits ? backwards(newest, size, null) : from(door, unread.get(), size);
    }

    private Optional<Stored> firstUnread(UUID door) {
        return sql.of(UNREAD_BY_STAFF)
                .param("door", door)
                .param("limit", 1)
                .query((row, _) -> message(row))
                .optional();
    }

    private static Page backwards(List<Stored> newestFirst, int size, @Nullable UUID next) {
        int shown = Math.min(size, newestFirst.size());
        return new Page(newestFirst.subList(0, shown).reversed(), newestFirst.size() > size, next);
    }

    /// Those before one.
    Page before(UUID door, Stored at, int size) {
        return backwards(earlier(door, at, size + 1), size, at.id());
    }

    private List<Stored> earlier(UUID door, Stored at, int limit) {
        return sql.of(BEFORE)
                .param("door", door)
                .param("at", column(at.sentAt()))
                .param("id", at.id())
                .param("limit", limit)
                .query((row, _) -> message(row))
                .list();
    }

    /// Those from one on.
    Page from(UUID door, Stored at, int size) {
        List<Stored> found = sql.of(FROM)
                .param("door", door)
                .param("at", column(at.sentAt()))
                .param("id", at.id())
                .param("limit", size + 1)
                .query((row, _) -> message(row))
                .list();
        int shown = Math.min(size, found.size());
        return new Page(
                found.subList(0, shown),
                !earlier(door, at, 1).isEmpty(),
                found.size() > size ? found.getLast().id() : null);
    }

    /// Marks messages as read.
    ///
    /// @return those that were not yet
    List<UUID> read(UUID door, List<UUID> messages, Instant at) {
        return sql.of("""
                        UPDATE intake.door_message
                           SET read_at = :at
                         WHERE door_id = :door AND message_id = ANY (:messages::uuid[]) AND read_at IS NULL
                        RETURNING message_id
                        """)
                .param("door", door)
                .param("messages", messages.toArray(UUID[]::new))
                .param("at", column(at))
                .query((row, _) -> row.getObject("message_id", UUID.class))
                .list();
    }

    private static Stored message(ResultSet row) throws SQLException {
        OffsetDateTime read = row.getObject("read_at", OffsetDateTime.class);
        return new Stored(
                row.getObject("message_id", UUID.class),
                row.getString("sent_by"),
                row.getBoolean("danger"),
                new SealedText(row.getString("sealed_text")),
                row.getObject("sent_at", OffsetDateTime.class).toInstant(),
                read == null ? null : read.toInstant());
    }

    private static OffsetDateTime column(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
