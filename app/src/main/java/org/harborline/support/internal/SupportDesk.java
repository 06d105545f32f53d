// SPDX-License-Identifier: Apache-2.0
package org.harborline.support.internal;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.harborline.journal.Journal;
import org.harborline.platform.Actor;
import org.harborline.platform.Ids;
import org.harborline.platform.Permission;
import org.harborline.platform.PlatformProblem;
import org.harborline.platform.ProblemException;
import org.harborline.platform.Transactions;
import org.harborline.support.AskForSupport;
import org.harborline.support.CallOutcome;
import org.harborline.support.ClosingReason;
import org.harborline.support.ContactWay;
import org.harborline.support.DeskHours;
import org.harborline.support.SupportAsked;
import org.harborline.support.SupportConversation;
import org.harborline.support.SupportFile;
import org.harborline.support.SupportProblem;
import org.harborline.support.SupportRequest;
import org.harborline.support.SupportRequestId;
import org.harborline.support.SupportRequests;
import org.harborline.support.SupportState;
import org.harborline.support.facts.DeskHoursChanged;
import org.harborline.support.facts.SupportCalled;
import org.harborline.support.facts.SupportClosed;
import org.harborline.support.facts.SupportGivenBack;
import org.harborline.support.facts.SupportHouseholdChanged;
import org.harborline.support.facts.SupportTaken;
import org.harborline.support.facts.SupportTakenOver;
import org.harborline.support.facts.SupportWritten;
import org.harborline.vault.Compartment;
import org.harborline.vault.RecordKey;
import org.harborline.vault.Vault;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Answers those who ask.
@Component
class SupportDesk implements SupportRequests {

    private static final int MOST = 200;

    private final SupportDoor door;
    private final SupportRecords records;
    private final DeskWork work;

    SupportDesk(SupportDoor door, SupportRecords records, DeskWork work) {
        this.door = door;
        this.records = records;
        this.work = work;
    }

    /// What the desk works with.
    @Component
    record DeskWork(
            HoursTable hours,
            AnswerClock clock,
            Vault vault,
            Journal journal,
            Transactions transactions,
            NewsBearer news) {}

    @Override
    public DeskHours hours(Actor actor) {
        return door.hours();
    }

    @Override
    public void changeHours(Actor actor, DeskHours hours) {
        actor.require(Permission.SUPPORT_ANSWER);
        work.transactions().run(() -> {
            work.hours().replace(hours);
            work.journal().record(actor, new DeskHoursChanged(hours.shifts().size()));
        });
    }

    @Override
    public SupportAsked ask(Actor actor, AskForSupport command) {
        return door.ask(actor, command);
    }

    @Override
    public Optional<SupportConversation> enter(Actor actor, String words) {
        return door.enter(words);
    }

    @Override
    public boolean write(Actor actor, String words, String text) {
        return door.write(actor, words, text);
    }

    @Override
    public boolean closeDoor(Actor actor, String words) {
        return door.close(actor, words);
    }

    @Override
    public List<SupportRequest> list(Actor actor, @Nullable SupportRequestId after, int limit) {
        actor.require(Permission.SUPPORT_ANSWER);
        return records.requests().list(after == null ? null : after.value(), Math.clamp(limit, 1, MOST));
    }

    @Override
    public Optional<SupportFile> open(Actor actor, SupportRequestId id) {
        actor.require(Permission.SUPPORT_ANSWER);
        return records.requests().find(id).flatMap(request -> key(actor, id).map(key -> records.file(request, key)));
    }

    private Optional<RecordKey> key(Actor actor, SupportRequestId id) {
        return work.vault().open(actor, id.asRecord(), Compartment.SUPPORT);
    }

    @Override
    public void take(Actor actor, SupportRequestId id) {
        change(actor, id, request -> {
            if (request.state() == SupportState.TAKEN) {
                if (!actor.id().equals(request.takenBy())) {
                    throw new ProblemException(SupportProblem.TAKEN_BY_ANOTHER);
                }
                return;
            }
            records.requests().take(id, actor.id());
            work.journal().record(actor, new SupportTaken(id));
        });
    }

    /// Of two who take over at once the second was shown somebody who has it no longer, and is told.
    @Override
    public void takeOver(Actor actor, SupportRequestId id, String from) {
        change(actor, id, request -> {
            if (actor.id().equals(request.takenBy())) {
                return;
            }
            if (!from.equals(request.takenBy()) || request.state() != SupportState.TAKEN) {
                throw new ProblemException(SupportProblem.TAKEN_BY_ANOTHER);
            }
            records.requests().take(id, actor.id());
            work.journal().record(actor, new SupportTakenOver(id));
        });
    }

    @Override
    public void giveBack(Actor actor, SupportRequestId id) {
        change(actor, id, request -> {
            own(actor, request);
            records.requests().giveBack(id);
            work.journal().record(actor, new SupportGivenBack(id));
        });
    }

    @Override
    public void answer(Actor actor, SupportRequestId id, String text, Instant shown) {
        RecordKey key = key(actor, id).orElseThrow(() -> new ProblemException(PlatformProblem.NOT_FOUND));
        change(actor, id, request -> {
            own(actor, request);
            if (!records.said().wroteAfter(id, shown)) {
                records.requests().owe(id, SupportTable.NOTHING_OWED);
            }
            records.write(id, key, actor.id(), text);
            work.journal().record(actor, new SupportWritten(id, true));
            if (request.maybeReached() && request.way() == ContactWay.MAIL) {
                work.news().enqueue(id);
            }
        });
    }

    @Override
    public void called(Actor actor, SupportRequestId id, CallOutcome outcome) {
        change(actor, id, request -> {
            own(actor, request);
            if (!request.maybeReached() || request.way() != ContactWay.PHONE) {
                throw new ProblemException(SupportProblem.NOT_SAFE);
            }
            Instant now = records.now();
            records.said().insertCall(id, Ids.next(), new SupportFile.Call(now, actor.id(), outcome));
            records.requests().countCall(id);
            records.requests().owe(id, owedAfter(outcome, now));
            work.journal().record(actor, new SupportCalled(id, outcome));
            if (outcome == CallOutcome.NOT_SAFE) {
                mark(actor, id, true);
            }
        });
    }

    private Instant owedAfter(CallOutcome outcome, Instant now) {
        return switch (outcome) {
            case REACHED, NOT_SAFE -> SupportTable.NOTHING_OWED;
            case NO_ANSWER, LATER -> work.clock().answerBy(now).orElse(now);
        };
    }

    @Override
    public void household(Actor actor, SupportRequestId id, boolean somebodyCouldNotice) {
        change(actor, id, request -> {
            own(actor, request);
            if (request.household() != somebodyCouldNotice) {
                mark(actor, id, somebodyCouldNotice);
            }
        });
    }

    private void mark(Actor actor, SupportRequestId id, boolean somebodyCouldNotice) {
        records.requests().household(id, somebodyCouldNotice);
        work.journal().record(actor, new SupportHouseholdChanged(id, somebodyCouldNotice));
    }

    @Override
    public void close(Actor actor, SupportRequestId id, ClosingReason reason) {
        change(actor, id, request -> {
            own(actor, request);
            records.requests().close(id, reason, records.now());
            work.journal().record(actor, new SupportClosed(id, reason));
        });
    }

    private void change(Actor actor, SupportRequestId id, Consumer<SupportRequest> does) {
        actor.require(Permission.SUPPORT_ANSWER);
        work.transactions().run(() -> {
            SupportRequest request =
                    records.requests().lock(id).orElseThrow(() -> new ProblemException(PlatformProblem.NOT_FOUND));
            if (request.state() == SupportState.CLOSED) {
                throw new ProblemException(SupportProblem.CLOSED);
            }
            does.accept(request);
        });
    }

    /// Two voices confuse somebody who needs one.
    private static void own(Actor actor, SupportRequest request) {
        if (!actor.id().equals(request.takenBy()) || request.state() != SupportState.TAKEN) {
            throw new ProblemException(SupportProblem.TAKEN_BY_ANOTHER);
        }
    }
}
