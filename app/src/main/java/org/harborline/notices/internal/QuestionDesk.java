// SPDX-License-Identifier: Apache-2.0
package org.harborline.notices.internal;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.harborline.intake.ReportNumber;
import org.harborline.notices.NoticesProblem;
import org.harborline.notices.Question;
import org.harborline.notices.QuestionState;
import org.harborline.notices.Questions;
import org.harborline.notices.facts.QuestionAsked;
import org.harborline.notices.facts.QuestionSettled;
import org.harborline.notices.internal.Viewer.Side;
import org.harborline.platform.Actor;
import org.harborline.platform.Ids;
import org.harborline.platform.Permission;
import org.harborline.platform.PlatformProblem;
import org.harborline.platform.ProblemException;
import org.harborline.vault.RecordKey;
import org.harborline.vault.SealedText;
import org.harborline.vault.Vault;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Asks senders and hears them. A question, its state and its fact are one transaction; words are sealed by the key of
/// the report, and gone with it.
@Component
class QuestionDesk implements Questions {

    private static final UUID FIRST = new UUID(0, 0);
    private static final UUID LAST = new UUID(-1, -1);
    private static final int MOST = 200;

    private final QuestionTable table;
    private final Asking asking;
    private final QuestionWords words;
    private final Vault vault;
    private final Release release;
    private final Writing writing;

    QuestionDesk(
            QuestionTable table, Asking asking, QuestionWords words, Vault vault, Release release, Writing writing) {
        this.table = table;
        this.asking = asking;
        this.words = words;
        this.vault = vault;
        this.release = release;
        this.writing = writing;
    }

    @Override
    public boolean mayAsk(Actor actor, ReportNumber report) {
        return asking.whom(actor, Viewer.of(actor), report).isPresent();
    }

    @Override
    public UUID ask(Actor actor, ReportNumber report, Ask command) {
        Viewer viewer = Viewer.of(actor);
        UUID provider = asking.whom(actor, viewer, report).orElseThrow(Viewer::absent);
        check(command);
        UUID id = Ids.next();
        return writing.transactions().write(() -> {
            vault.keep(actor, report.asRecord());
            RecordKey key = words.key(report).orElseThrow(Viewer::absent);
            Instant now = writing.clock().instant();
            Instant told = release.of(now);
            Instant due = told.plus(command.days(), ChronoUnit.DAYS);
            var asked = new QuestionTable.Asked(
                    id,
                    report,
                    provider,
                    viewer.party(),
                    command.kind(),
                    command.named() && viewer.party() != null,
                    now,
                    words.text(key, id, command.text().strip()),
                    command.basis().isBlank()
                            ? null
                            : words.basis(key, id, command.basis().strip()));
            table.insert(asked, actor.id(), told, due);
            writing.journal()
                    .record(actor, new QuestionAsked(id, report, provider, viewer.party(), command.kind(), told, due));
            return id;
        });
    }

    private static void check(Ask command) {
        boolean whole = isText(command.text())
                && command.basis().length() <= LONGEST_TEXT
                && command.days() >= 1
                && command.days() <= MOST_DAYS;
        if (!whole) {
            throw new ProblemException(PlatformProblem.INVALID_INPUT);
        }
        if (command.kind().needsBasis() && command.basis().isBlank()) {
            throw new ProblemException(NoticesProblem.BASIS_NEEDED);
        }
    }

    private static boolean isText(String text) {
        return !text.isBlank() && text.length() <= LONGEST_TEXT;
    }

    @Override
    public void answer(Actor actor, UUID question, String answer) {
        Viewer viewer = Viewer.of(actor);
        boolean may = actor.may(Permission.REPORT_FILE) || actor.may(Permission.QUESTION_ANSWER);
        if (viewer.side() != Side.PROVIDER || !may) {
            throw Viewer.absent();
        }
        if (!isText(answer)) {
            throw new ProblemException(PlatformProblem.INVALID_INPUT);
        }
        settle(actor, viewer, question, QuestionState.ANSWERED, answer.strip());
    }

    @Override
    public void withdraw(Actor actor, UUID question) {
        Viewer viewer = Viewer.of(actor);
        boolean may = switch (viewer.side()) {
            case STAFF -> actor.may(Permission.REFER);
            case AGENCY -> actor.may(Permission.PACKAGE_ANSWER);
            case PROVIDER -> false;
        };
        if (!may) {
            throw Viewer.absent();
        }
        settle(actor, viewer, question, QuestionState.WITHDRAWN, null);
    }

    private void settle(Actor actor, Viewer viewer, UUID id, QuestionState state, @Nullable String answer) {
        writing.transactions().run(() -> {
            ReportNumber report = found(viewer, id).asked().report();
            vault.keep(actor, report.asRecord());
            SealedText sealed =
                    answer == null ? null : words.answer(words.key(report).orElseThrow(Viewer::absent), id, answer);
            if (!table.settle(id, state, sealed, actor.id(), writing.clock().instant())) {
                throw new ProblemException(NoticesProblem.QUESTION_SETTLED);
            }
            writing.journal().record(actor, new QuestionSettled(id, report, state));
        });
    }

    private QuestionTable.Row found(Viewer viewer, UUID question) {
        Instant now = writing.clock().instant();
        return table.find(question).filter(row -> viewer.sees(row, now)).orElseThrow(Viewer::absent);
    }

    @Override
    public Question get(Actor actor, UUID question) {
        Viewer viewer = Viewer.of(actor);
        QuestionTable.Row row = found(viewer, question);
        return words.view(viewer, row, words.open(actor.with(viewer.purpose()), row));
    }

    @Override
    public List<Question> ofReport(Actor actor, ReportNumber report) {
        Viewer viewer = Viewer.of(actor);
        Instant now = writing.clock().instant();
        return table.ofReport(report).stream()
                .filter(row -> viewer.sees(row, now))
                .map(row -> words.view(viewer, row, null))
                .toList();
    }

    @Override
    public List<Question> waiting(Actor actor, @Nullable Instant due, @Nullable UUID after, int limit) {
        Viewer viewer = Viewer.of(actor);
        Instant now = writing.clock().instant();
        Instant from = due == null ? Instant.EPOCH : due;
        UUID last = after == null ? FIRST : after;
        return table.waiting(viewer, now, from, last, Math.clamp(limit, 1, MOST)).stream()
                .map(row -> words.view(viewer, row, null))
                .toList();
    }

    @Override
    public List<Question> settled(Actor actor, @Nullable UUID before, int limit) {
        Viewer viewer = Viewer.of(actor);
        return table
                .settled(viewer, writing.clock().instant(), before == null ? LAST : before, Math.clamp(limit, 1, MOST))
                .stream()
                .map(row -> words.view(viewer, row, null))
                .toList();
    }
}
