// SPDX-License-Identifier: Apache-2.0
package org.harborline.intake.internal.door;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.harborline.intake.Conversations;
import org.harborline.intake.DoorField;
import org.harborline.intake.DoorProblem;
import org.harborline.intake.ReportNumber;
import org.harborline.intake.Talk;
import org.harborline.intake.facts.DoorClosed;
import org.harborline.intake.facts.MessageRead;
import org.harborline.intake.facts.MessageReceived;
import org.harborline.intake.facts.MessageSent;
import org.harborline.intake.facts.MessageSettled;
import org.harborline.intake.internal.wire.ReportDocuments;
import org.harborline.journal.Journal;
import org.harborline.platform.Actor;
import org.harborline.platform.Ids;
import org.harborline.platform.Permission;
import org.harborline.platform.PlatformProblem;
import org.harborline.platform.ProblemException;
import org.harborline.platform.Transactions;
import org.harborline.vault.Compartment;
import org.harborline.vault.RecordKey;
import org.harborline.vault.Vault;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The conversation behind a door. Messages are sealed under the key of the first report, so they go when it is erased.
@Component
class TalkDesk implements Conversations {

    private static final Actor SELF = Actor.system("intake");

    /// Danger is taken at any length that a form brings.
    private static final int LONGEST_DANGER = 200_000;

    private final DoorTable doors;
    private final DoorDesk desk;
    private final DoorSeals seals;
    private final DoorWords words;
    private final Vault vault;
    private final Journal journal;
    private final Transactions transactions;
    private final Clock clock;

    TalkDesk(DoorTable doors, DoorDesk desk, DoorSeals seals, DoorWords words, Vault vault, Talking talking) {
        this.doors = doors;
        this.desk = desk;
        this.seals = seals;
        this.words = words;
        this.vault = vault;
        this.journal = talking.journal();
        this.transactions = talking.transactions();
        this.clock = talking.clock();
    }

    @Override
    public boolean wellFormed(Actor actor, String typed) {
        return words.wellFormed(typed);
    }

    /// Takes equally long whether there is such a door or not.
    @Override
    public Optional<String> open(Actor actor, String typed) {
        return words.hash(typed).flatMap(doors::find).map(door -> token(door, List.of()));
    }

    private String token(UUID door, List<DoorTable.Stored> shown) {
        List<UUID> ids = shown.stream().map(DoorTable.Stored::id).toList();
        return seals.seal(new DoorSeals.Open(door, UUID.randomUUID(), ids, clock.instant()));
    }

    @Override
    public Behind look(Actor actor, String openDoor) {
        DoorTable.Door door = live(doors.find(seals.door(openDoor).door()));
        List<DoorTable.Stored> unread = doors.unread(door.id());
        return new Behind(
                token(door.id(), unread),
                door.entry(),
                door.language(),
                door.seenAt() != null,
                clear(SELF, door, unread));
    }

    private static DoorTable.Door live(Optional<DoorTable.Door> door) {
        return door.filter(one -> one.closedAt() == null)
                .orElseThrow(() -> new ProblemException(DoorProblem.DOOR_CLOSED));
    }

    private List<Talk.Message> clear(Actor actor, DoorTable.Door door, List<DoorTable.Stored> messages) {
        if (messages.isEmpty()) {
            return List.of();
        }
        RecordKey key =
                vault.open(actor, door.report().asRecord(), Compartment.REPORT).orElse(null);
        return messages.stream().map(one -> one.with(clear(key, one))).toList();
    }

    private static @Nullable String clear(@Nullable RecordKey key, DoorTable.Stored one) {
        return key == null ? null : key.open(DoorSeals.MESSAGE, one.id().toString(), one.text());
    }

    @Override
    public void write(Actor actor, String openDoor, String text, boolean dangerNow) {
        DoorSeals.Open open = seals.door(openDoor);
        String kept = kept(text, dangerNow ? LONGEST_DANGER : LONGEST);
        transactions.run(() -> {
            DoorTable.Door door = live(doors.lock(open.door()));
            Instant now = clock.instant();
            if (!store(door, new Written(open.message(), null, kept, dangerNow, now))) {
                return;
            }
            markRead(actor, door, open.shown(), now);
            doors.waits(door.id(), now);
            journal.record(actor, new MessageReceived(door.report(), open.message(), dangerNow));
            if (dangerNow) {
                desk.fileMore(actor, desk.more(door, open.message(), true).with(Map.of(DoorField.TELL, kept)));
            }
        });
    }

    /// A message before it is sealed.
    ///
    /// @param by opaque holder id of staff; absent for who reported
    private record Written(UUID id, @Nullable String by, String text, boolean danger, Instant at) {}

    private boolean store(DoorTable.Door door, Written one) {
        vault.keep(SELF, door.report().asRecord());
        RecordKey key = vault.open(SELF, door.report().asRecord(), Compartment.REPORT)
                .orElseThrow(() -> new ProblemException(DoorProblem.DOOR_CLOSED));
        var sealed = key.seal(DoorSeals.MESSAGE, one.id().toString(), one.text());
        return doors.insert(door.id(), new DoorTable.Stored(one.id(), one.by(), one.danger(), sealed, one.at(), null));
    }

    /// What the gate leaves of a message.
    private static String kept(String text, int longest) {
        String plain = DoorField.plain(text);
        if (plain.isEmpty() || plain.length() > longest) {
            throw new ProblemException(PlatformProblem.INVALID_INPUT);
        }
        return ReportDocuments.withoutContent(plain);
    }

    @Override
    public void read(Actor actor, String openDoor) {
        DoorSeals.Open open = seals.door(openDoor);
        transactions.run(() -> {
            DoorTable.Door door = live(doors.lock(open.door()));
            markRead(actor, door, open.shown(), clock.instant());
        });
    }

    /// Nobody has read what they were not shown.
    private void markRead(Actor actor, DoorTable.Door door, List<UUID> shown, Instant at) {
        doors.read(door.id(), shown, at)
                .forEach(message -> journal.record(actor, new MessageRead(door.report(), message)));
    }

    @Override
    public void close(Actor actor, String openDoor) {
        DoorSeals.Open open = seals.door(openDoor);
        transactions.run(() -> {
            DoorTable.Door door = live(doors.lock(open.door()));
            doors.close(door.id(), clock.instant());
            journal.record(actor, new DoorClosed(door.report()));
        });
    }

    @Override
    public Optional<Talk> of(Actor actor, ReportNumber report) {
        actor.require(Permission.REPORT_READ);
        return transactions.write(
                () -> doors.through(report).flatMap(doors::lock).map(door -> talk(actor, door)));
    }

    private Talk talk(Actor actor, DoorTable.Door door) {
        List<DoorTable.Stored> stored = doors.messages(door.id());
        List<Talk.Message> messages = stored.stream().map(one -> one.with(null)).toList();
        if (actor.may(Permission.REPORT_REVEAL)) {
            messages = clear(actor, door, stored);
            Instant now = clock.instant();
            doors.seen(door.id(), now);
            List<UUID> theirs = stored.stream()
                    .filter(one -> one.sentBy() == null)
                    .map(DoorTable.Stored::id)
                    .toList();
            markRead(actor, door, theirs, now);
        }
        return new Talk(
                door.entry(),
                door.language(),
                doors.reports(door.id()),
                door.closedAt(),
                door.waitingSince(),
                messages);
    }

    @Override
    public void answer(Actor actor, ReportNumber report, String text, @Nullable UUID shown) {
        actor.require(Permission.WORKLIST_USE);
        String kept = kept(text, LONGEST);
        transactions.run(() -> {
            DoorTable.Door door = live(staffDoor(report));
            UUID id = Ids.next();
            if (store(door, new Written(id, actor.id(), kept, false, clock.instant()))) {
                doors.answered(door.id(), shown);
                journal.record(actor, new MessageSent(door.report(), id));
            }
        });
    }

    @Override
    public void settle(Actor actor, ReportNumber report, @Nullable UUID shown) {
        actor.require(Permission.WORKLIST_USE);
        transactions.run(() -> {
            DoorTable.Door door = staffDoor(report).orElseThrow(() -> new ProblemException(PlatformProblem.NOT_FOUND));
            doors.answered(door.id(), shown);
            journal.record(actor, new MessageSettled(door.report()));
        });
    }

    private Optional<DoorTable.Door> staffDoor(ReportNumber report) {
        return doors.through(report).flatMap(doors::lock);
    }

    @Override
    public List<Talk.Waiting> waiting(Actor actor, int limit) {
        actor.require(Permission.WORKLIST_USE);
        return doors.waiting(limit);
    }

    /// What a conversation needs to be kept.
    @org.springframework.stereotype.Component
    record Talking(Journal journal, Transactions transactions, Clock clock) {}
}
