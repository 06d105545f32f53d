// SPDX-License-Identifier: Apache-2.0
package org.harborline.intake.internal.door;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
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
import org.harborline.vault.VaultProblem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The conversation behind a door. Messages are sealed under the key of the first report, so they go when it is erased.
@Component
class TalkDesk implements Conversations {

    private static final Actor SELF = Actor.system("intake");

    /// How many messages a page shows to who reported, and to staff.
    static final int THEIR_PAGE = 20;
    static final int STAFF_PAGE = 50;

    /// How many of the reports that came through a door are named. Danger is never refused, so any number may
    /// have come.
    static final int REPORTS = 20;

    private final DoorTable doors;
    private final DoorMessageTable messages;
    private final DoorDesk desk;
    private final DoorSeals seals;
    private final DoorWords words;
    private final Vault vault;
    private final Journal journal;
    private final Transactions transactions;
    private final Clock clock;

    TalkDesk(
            DoorTable doors,
            DoorMessageTable messages,
            DoorDesk desk,
            DoorSeals seals,
            DoorWords words,
            Vault vault,
            Talking talking) {
        this.doors = doors;
        this.messages = messages;
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

    private String token(UUID door, List<DoorMessageTable.Stored> shown) {
        List<UUID> ids = shown.stream().map(DoorMessageTable.Stored::id).toList();
        return seals.seal(new DoorSeals.Open(door, UUID.randomUUID(), ids, clock.instant()));
    }

    @Override
    public Behind look(Actor actor, String openDoor) {
        DoorTable.Door door = live(doors.find(seals.door(openDoor).door()));
        List<DoorMessageTable.Stored> unread = messages.unreadByThem(door.id(), THEIR_PAGE + 1);
        List<DoorMessageTable.Stored> shown = unread.subList(0, Math.min(THEIR_PAGE, unread.size()));
        return new Behind(
                token(door.id(), shown),
                door.entry(),
                door.language(),
                door.seenAt() != null,
                clear(SELF, door, shown),
                unread.size() > THEIR_PAGE);
    }

    private static DoorTable.Door live(Optional<DoorTable.Door> door) {
        return door.filter(one -> one.closedAt() == null)
                .orElseThrow(() -> new ProblemException(DoorProblem.DOOR_CLOSED));
    }

    private List<Talk.Message> clear(Actor actor, DoorTable.Door door, List<DoorMessageTable.Stored> shown) {
        if (shown.isEmpty()) {
            return List.of();
        }
        RecordKey key =
                vault.open(actor, door.report().asRecord(), Compartment.REPORT).orElse(null);
        return shown.stream().map(one -> one.with(clear(key, one))).toList();
    }

    private static @Nullable String clear(@Nullable RecordKey key, DoorMessageTable.Stored one) {
        return key == null ? null : key.open(DoorSeals.MESSAGE, one.id().toString(), one.text());
    }

    @Override
    public Outcome write(Actor actor, String openDoor, String text, boolean dangerNow) {
        DoorSeals.Open open = seals.known(openDoor);
        String kept = dangerNow ? keptOfDanger(text) : kept(text);
        return transactions.write(() -> {
            Optional<DoorTable.Door> door = doors.lock(open.door());
            // Before anything can refuse: what was taken is never called unsent, also when the door was closed since.
            Optional<UUID> id = newId(open, kept, dangerNow);
            if (id.isEmpty()) {
                return Outcome.KEPT;
            }
            seals.requireFresh(open);
            return write(actor, live(door), open, new Written(id.get(), null, kept, dangerNow, clock.instant()));
        });
    }

    /// Empty when this page said the same before.
    private Optional<UUID> newId(DoorSeals.Open open, String text, boolean dangerNow) {
        if (dangerNow) {
            DoorDesk.Said said = desk.said(open, DoorSeals.Use.DANGER, text);
            return said.before() ? Optional.empty() : Optional.of(said.id());
        }
        UUID id = open.made(DoorSeals.Use.MESSAGE, 0, text);
        return messages.find(open.door(), id).isPresent() ? Optional.empty() : Optional.of(id);
    }

    private Outcome write(Actor actor, DoorTable.Door door, DoorSeals.Open open, Written one) {
        if (!one.danger() && messages.waiting(door.id(), MOST_WAITING) >= MOST_WAITING) {
            return Outcome.TOO_MANY_WAIT;
        }
        markRead(actor, door, open.shown(), one.at());
        Kept kept = store(door, one);
        doors.waits(door.id(), kept.since());
        if (kept.added()) {
            journal.record(actor, new MessageReceived(door.report(), one.id(), one.danger()));
        }
        if (one.danger()) {
            desk.fileMore(actor, desk.more(door, one.id(), true).with(Map.of(DoorField.TELL, one.text())));
        }
        return Outcome.KEPT;
    }

    /// A message before it is sealed.
    ///
    /// @param by opaque holder id of staff; absent for who reported
    private record Written(UUID id, @Nullable String by, String text, boolean danger, Instant at) {}

    /// A message as the conversation holds it.
    ///
    /// @param added whether it was not there before
    /// @param since when it was written first
    private record Kept(boolean added, Instant since) {}

    private Kept store(DoorTable.Door door, Written one) {
        keep(door);
        RecordKey key = vault.open(SELF, door.report().asRecord(), Compartment.REPORT)
                .orElseThrow(() -> new ProblemException(DoorProblem.DOOR_CLOSED));
        Optional<DoorMessageTable.Stored> same = one.danger() ? Optional.empty() : repeated(door, key, one);
        if (same.isPresent()) {
            return new Kept(false, same.get().sentAt());
        }
        var sealed = key.seal(DoorSeals.MESSAGE, one.id().toString(), one.text());
        boolean added = messages.insert(
                door.id(), new DoorMessageTable.Stored(one.id(), one.by(), one.danger(), sealed, one.at(), null));
        return new Kept(added, one.at());
    }

    /// A door whose report is erased opens no more, also before anything else has followed the erasure.
    private void keep(DoorTable.Door door) {
        try {
            vault.keep(SELF, door.report().asRecord());
        } catch (ProblemException problem) {
            throw problem.type() == VaultProblem.RECORD_ERASED
                    ? new ProblemException(DoorProblem.DOOR_CLOSED)
                    : problem;
        }
    }

    /// The last message, when it says the same, from the same side, and nobody read it yet: a second tab or a
    /// second press adds nothing then. Danger repeats nothing.
    private Optional<DoorMessageTable.Stored> repeated(DoorTable.Door door, RecordKey key, Written one) {
        return messages.last(door.id())
                .filter(last -> !last.danger() && last.readAt() == null && Objects.equals(last.sentBy(), one.by()))
                .filter(last -> one.text().equals(clear(key, last)));
    }

    /// What the gate leaves of a message.
    private static String kept(String text) {
        String plain = DoorField.plain(text);
        if (plain.isEmpty() || plain.length() > LONGEST) {
            throw new ProblemException(PlatformProblem.INVALID_INPUT);
        }
        return ReportDocuments.withoutContent(plain);
    }

    /// Danger gets through without a word, and with more of them than are kept.
    private static String keptOfDanger(String text) {
        String plain = DoorField.plain(text);
        return ReportDocuments.withoutContent(plain.substring(0, Math.min(LONGEST_DANGER, plain.length())));
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
        messages.read(door.id(), shown, at)
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
    public Optional<Talk> of(Actor actor, ReportNumber report, Talk.Place place) {
        actor.require(Permission.REPORT_READ);
        return transactions.write(
                () -> doors.through(report).flatMap(doors::lock).map(door -> talk(actor, door, place)));
    }

    private Talk talk(Actor actor, DoorTable.Door door, Talk.Place place) {
        DoorMessageTable.Page page = page(door.id(), place);
        List<Talk.Message> shown =
                page.messages().stream().map(one -> one.with(null)).toList();
        if (actor.may(Permission.REPORT_REVEAL)) {
            shown = clear(actor, door, page.messages());
            Instant now = clock.instant();
            doors.seen(door.id(), now);
            List<UUID> theirs = page.messages().stream()
                    .filter(one -> one.sentBy() == null)
                    .map(DoorMessageTable.Stored::id)
                    .toList();
            markRead(actor, door, theirs, now);
        }
        return new Talk(
                door.entry(),
                door.language(),
                reports(door),
                doors.countReports(door.id()),
                door.closedAt(),
                door.waitingSince(),
                shown,
                page.earlier(),
                page.next());
    }

    /// The first and the newest.
    private List<ReportNumber> reports(DoorTable.Door door) {
        List<ReportNumber> newest = doors.reports(door.id(), REPORTS);
        return newest.contains(door.report())
                ? newest
                : Stream.concat(Stream.of(door.report()), newest.stream().skip(1))
                        .toList();
    }

    /// A place that is not of this conversation is none.
    private DoorMessageTable.Page page(UUID door, Talk.Place place) {
        return at(door, place.before())
                .map(at -> messages.before(door, at, STAFF_PAGE))
                .or(() -> at(door, place.from()).map(at -> messages.from(door, at, STAFF_PAGE)))
                .orElseGet(() -> messages.first(door, STAFF_PAGE));
    }

    private Optional<DoorMessageTable.Stored> at(UUID door, @Nullable UUID message) {
        return Optional.ofNullable(message).flatMap(one -> messages.find(door, one));
    }

    @Override
    public void answer(Actor actor, ReportNumber report, String text, @Nullable UUID shown) {
        actor.require(Permission.WORKLIST_USE);
        String kept = kept(text);
        transactions.run(() -> {
            DoorTable.Door door = live(staffDoor(report));
            UUID id = Ids.next();
            Kept answer = store(door, new Written(id, actor.id(), kept, false, clock.instant()));
            doors.answered(door.id(), shown);
            if (answer.added()) {
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
