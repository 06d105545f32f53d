// SPDX-License-Identifier: Apache-2.0
package org.harborline.support.internal;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.harborline.journal.Journal;
import org.harborline.platform.Actor;
import org.harborline.platform.Ids;
import org.harborline.platform.ProblemException;
import org.harborline.platform.Transactions;
import org.harborline.support.AskForSupport;
import org.harborline.support.ContactWay;
import org.harborline.support.DeskHours;
import org.harborline.support.SupportAsked;
import org.harborline.support.SupportConversation;
import org.harborline.support.SupportFile;
import org.harborline.support.SupportProblem;
import org.harborline.support.SupportRequest;
import org.harborline.support.SupportRequestId;
import org.harborline.support.SupportState;
import org.harborline.support.facts.SupportAskedFor;
import org.harborline.support.facts.SupportDoorClosed;
import org.harborline.support.facts.SupportHouseholdChanged;
import org.harborline.support.facts.SupportWritten;
import org.harborline.vault.Compartment;
import org.harborline.vault.RecordKey;
import org.harborline.vault.Vault;
import org.springframework.stereotype.Component;

/// The side of those who ask. They have no account: whoever knows the words of a request is the one who asked.
@Component
class SupportDoor {

    private static final Actor SELF = Actor.system("support");

    private final SupportRecords records;
    private final SupportWords words;
    private final AnswerClock clock;
    private final Vault vault;
    private final Journal journal;
    private final Transactions transactions;

    SupportDoor(
            SupportRecords records,
            SupportWords words,
            AnswerClock clock,
            Vault vault,
            Journal journal,
            Transactions transactions) {
        this.records = records;
        this.words = words;
        this.clock = clock;
        this.vault = vault;
        this.journal = journal;
        this.transactions = transactions;
    }

    DeskHours hours() {
        return clock.hours();
    }

    /// Takes a request. The words come from the form alone, so that a form that is sent twice gives the same ones and
    /// they are stored nowhere.
    SupportAsked ask(Actor actor, AskForSupport command) {
        Instant now = records.now();
        Instant due = clock.answerBy(now).orElseThrow(() -> new ProblemException(SupportProblem.NOT_STAFFED));
        String back = words.of(command.form(), command.language());
        var id = new SupportRequestId(Ids.next());
        var key = vault.prepare(SELF, id.asRecord(), Compartment.SUPPORT);
        var asked = new SupportTable.Asked(
                new SupportRequest(
                        id,
                        SupportState.NEW,
                        command.topic(),
                        command.language(),
                        command.way(),
                        command.household(),
                        now,
                        due,
                        null,
                        null,
                        0,
                        false),
                command.form(),
                words.hash(back).orElseThrow(),
                sealed(command, key));
        boolean kept = transactions.write(() -> {
            boolean first = records.requests().insert(asked, due);
            if (first) {
                key.store();
                records.write(id, key, null, command.text());
                journal.record(actor, new SupportAskedFor(id, command.topic(), command.way(), command.household()));
            } else if (command.household()) {
                notSafe(actor, command.form());
            }
            return first;
        });
        return new SupportAsked(
                back, kept ? due : records.requests().promised(command.form()).orElse(due), !kept);
    }

    /// Of a form that is sent again nothing is taken but that somebody could notice: from then on nothing goes out.
    private void notSafe(Actor actor, UUID form) {
        records.requests()
                .byForm(form)
                .flatMap(records.requests()::lock)
                .filter(request -> !request.household())
                .ifPresent(request -> {
                    records.requests().household(request.id(), true);
                    journal.record(actor, new SupportHouseholdChanged(request.id(), true));
                });
    }

    private static SupportTable.Sealed sealed(AskForSupport command, RecordKey key) {
        return new SupportTable.Sealed(
                key.seal(SupportSeals.CALLED, SupportSeals.ONLY, command.called()),
                command.way() == ContactWay.COME_BACK
                        ? null
                        : key.seal(SupportSeals.ADDRESS, SupportSeals.ONLY, command.address()),
                key.seal(SupportSeals.SAFE_TIMES, SupportSeals.ONLY, command.safeTimes()));
    }

    Optional<SupportConversation> enter(String typed) {
        return known(typed)
                .flatMap(id -> vault.open(SELF, id.asRecord(), Compartment.SUPPORT)
                        .flatMap(key -> records.requests().find(id).map(request -> conversation(request, key))));
    }

    private SupportConversation conversation(SupportRequest request, RecordKey key) {
        List<SupportFile.Message> fromDesk = records.messages(request.id(), key).stream()
                .filter(message -> message.byDesk() != null)
                .map(message -> new SupportFile.Message(message.at(), "", message.text()))
                .toList();
        return new SupportConversation(fromDesk, request.state() != SupportState.CLOSED);
    }

    boolean write(Actor actor, String typed, String text) {
        return reached(typed, (request, key) -> {
            Instant now = records.now();
            records.write(request.id(), key, null, text);
            records.requests().reopen(request.id());
            owe(request, clock.answerBy(now).orElse(now));
            journal.record(actor, new SupportWritten(request.id(), false));
        });
    }

    /// What was promised for an earlier message still holds.
    private void owe(SupportRequest request, Instant due) {
        Instant promised = request.dueAt();
        records.requests().owe(request.id(), promised != null && promised.isBefore(due) ? promised : due);
    }

    boolean close(Actor actor, String typed) {
        return reached(typed, (request, _) -> {
            records.requests().closeDoor(request.id());
            journal.record(actor, new SupportDoorClosed(request.id()));
        });
    }

    private boolean reached(String typed, BiConsumer<SupportRequest, RecordKey> does) {
        return known(typed)
                .flatMap(id -> vault.open(SELF, id.asRecord(), Compartment.SUPPORT)
                        .map(key -> transactions.write(() -> {
                            Optional<SupportRequest> request =
                                    records.requests().lock(id).filter(one -> !one.doorClosed());
                            request.ifPresent(one -> does.accept(one, key));
                            return request.isPresent();
                        })))
                .orElse(false);
    }

    private Optional<SupportRequestId> known(String typed) {
        return words.hash(typed).flatMap(records.requests()::byWords);
    }
}
