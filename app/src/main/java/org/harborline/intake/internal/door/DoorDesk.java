// SPDX-License-Identifier: Apache-2.0
package org.harborline.intake.internal.door;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.harborline.intake.DoorDraft;
import org.harborline.intake.DoorEntry;
import org.harborline.intake.DoorField;
import org.harborline.intake.DoorProblem;
import org.harborline.intake.DoorReceipt;
import org.harborline.intake.Doors;
import org.harborline.intake.ReportNumber;
import org.harborline.intake.ReportSource;
import org.harborline.intake.internal.wire.ReportDocuments;
import org.harborline.intake.internal.wire.ReportDocuments.AcceptedReport;
import org.harborline.platform.Actor;
import org.harborline.platform.Ids;
import org.harborline.platform.Permission;
import org.harborline.platform.ProblemException;
import org.harborline.platform.ReceiptWords;
import org.harborline.platform.Transactions;
import org.springframework.stereotype.Component;

/// Takes reports from the public. Reading, judging and sealing are done before a transaction opens; one transaction
/// notes that the draft became a report, files it, and opens the door. If it stops before the answer, sending again
/// answers the same.
@Component
class DoorDesk implements Doors {

    /// For so long danger that is said once more from one page is a second press or a lost answer. Then it is
    /// danger again: whoever was called may have put it aside. A burst is called about once for as long.
    static final Duration SAID_ONCE = Duration.ofMinutes(5);

    private final ReportDocuments documents;
    private final OpenReports reports;
    private final DoorTable doors;
    private final DoorSeals seals;
    private final DoorWords words;
    private final Transactions transactions;
    private final Clock clock;

    DoorDesk(
            ReportDocuments documents,
            OpenReports reports,
            DoorTable doors,
            DoorSeals seals,
            DoorWords words,
            Transactions transactions,
            Clock clock) {
        this.documents = documents;
        this.reports = reports;
        this.doors = doors;
        this.seals = seals;
        this.words = words;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public DoorDraft begin(Actor actor, DoorEntry entry, boolean dangerNow, String language) {
        return new DoorDraft(
                entry, dangerNow, words.draw(language), null, Ids.next(), language, Map.of(), clock.instant());
    }

    @Override
    public DoorDraft beginMore(Actor actor, String openDoor, boolean dangerNow) {
        DoorTable.Door door = doors.find(seals.door(openDoor).door())
                .filter(one -> one.closedAt() == null)
                .orElseThrow(() -> new ProblemException(DoorProblem.DOOR_CLOSED));
        return more(door, Ids.next(), dangerNow);
    }

    @Override
    public Optional<DoorDraft> beginInstead(
            Actor actor, String openDoor, DoorEntry entry, String text, String language) {
        return seals.knownOrNone(openDoor).map(open -> {
            Said said = said(open, DoorSeals.Use.REPORT, text);
            List<String> drawn = words.of(open.made(DoorSeals.Use.WORDS, said.time(), text), language);
            Map<DoorField, String> answers = Map.of(DoorField.TELL, text);
            return new DoorDraft(entry, true, drawn, null, said.id(), language, answers, clock.instant());
        });
    }

    /// Danger that was typed into a page.
    ///
    /// @param time counts from 0 how often it was said anew
    /// @param before whether it was filed just now
    record Said(int time, UUID id, boolean before) {}

    Said said(DoorSeals.Open open, DoorSeals.Use use, String text) {
        Instant since = clock.instant().minus(SAID_ONCE);
        int time = 0;
        UUID id = open.made(use, time, text);
        Optional<Instant> filed = doors.filedAt(id);
        while (filed.isPresent() && !filed.get().isAfter(since)) {
            time++;
            id = open.made(use, time, text);
            filed = doors.filedAt(id);
        }
        return new Said(time, id, filed.isPresent());
    }

    DoorDraft more(DoorTable.Door door, UUID id, boolean dangerNow) {
        return new DoorDraft(
                door.entry(), dangerNow, List.of(), door.id(), id, door.language(), Map.of(), clock.instant());
    }

    @Override
    public DoorDraft inLanguage(Actor actor, DoorDraft draft, String language) {
        if (!ReceiptWords.languages().contains(language)) {
            return draft;
        }
        return new DoorDraft(
                draft.entry(),
                draft.dangerNow(),
                words.translate(draft.words(), language),
                draft.door(),
                draft.id(),
                language,
                draft.answers(),
                draft.begunAt());
    }

    @Override
    public String seal(Actor actor, DoorDraft draft) {
        return seals.seal(draft);
    }

    @Override
    public DoorDraft read(Actor actor, String sealed) {
        return seals.draft(sealed);
    }

    @Override
    public DoorReceipt send(Actor actor, DoorDraft draft) {
        return file(actor, draft.asAsked(), ReportSource.PUBLIC);
    }

    @Override
    public DoorReceipt takeDown(Actor actor, DoorDraft draft) {
        actor.require(Permission.WORKLIST_USE);
        return file(actor, draft, ReportSource.TELEPHONE);
    }

    private DoorReceipt file(Actor actor, DoorDraft draft, ReportSource source) {
        OpenReports.Prepared prepared = prepare(actor, draft, source);
        String hash = draft.door() == null ? words.hash(draft.words()) : "";
        return transactions.write(() -> store(draft, prepared, hash));
    }

    /// In a transaction that also does something else.
    void fileMore(Actor actor, DoorDraft draft) {
        DoorReceipt _ = store(draft, prepare(actor, draft, ReportSource.PUBLIC), "");
    }

    private OpenReports.Prepared prepare(Actor actor, DoorDraft draft, ReportSource source) {
        AcceptedReport read = documents.acceptReport(DoorDocument.report(draft), "UTF-8");
        var accepted = new AcceptedReport(
                read.incidentType(),
                read.incidentTime(),
                read.escalated(),
                read.batched(),
                read.receivedText(),
                DoorDocument.sheet(draft),
                read.dropped(),
                read.notes(),
                null);
        return reports.prepare(actor, accepted, source, DoorDocument.codes(draft));
    }

    private DoorReceipt store(DoorDraft draft, OpenReports.Prepared prepared, String hash) {
        UUID door = draft.door() == null ? draft.id() : draft.door();
        if (draft.door() != null
                && doors.lock(door).filter(one -> one.closedAt() == null).isEmpty()) {
            throw new ProblemException(DoorProblem.DOOR_CLOSED);
        }
        ReportNumber number = prepared.number();
        if (!doors.add(draft.id(), door, number)) {
            return new DoorReceipt(doors.reportOf(draft.id()), draft.words(), true);
        }
        prepared.file();
        if (draft.door() == null) {
            var opened = new DoorTable.Door(door, number, draft.entry(), draft.language(), null, null, null);
            doors.open(opened, hash, clock.instant().truncatedTo(ChronoUnit.HOURS));
        }
        return new DoorReceipt(number, draft.words(), false);
    }

    @Override
    public boolean sameWords(Actor actor, DoorDraft draft, String typed) {
        return words.same(draft.words(), typed);
    }
}
