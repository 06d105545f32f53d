// SPDX-License-Identifier: Apache-2.0
package org.harborline.intake.internal.door;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.harborline.intake.HelpLine;
import org.harborline.intake.HelpLines;
import org.harborline.intake.facts.HelpLineChanged;
import org.harborline.journal.Journal;
import org.harborline.platform.Actor;
import org.harborline.platform.Code;
import org.harborline.platform.Ids;
import org.harborline.platform.Mode;
import org.harborline.platform.Permission;
import org.harborline.platform.PlatformProblem;
import org.harborline.platform.ProblemException;
import org.harborline.platform.Transactions;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Keeps the numbers that people in need are shown. In a sandbox it begins with invented help lines beside the real
/// emergency numbers of a few countries.
@Component
class HelpLineDesk implements HelpLines {

    private static final Actor SAMPLES = Actor.system("sample-help-lines");
    private static final int LONGEST = 200;

    private final HelpLineTable lines;
    private final Journal journal;
    private final Transactions transactions;
    private final Clock clock;
    private final Mode mode;

    HelpLineDesk(HelpLineTable lines, Journal journal, Transactions transactions, Clock clock, Mode mode) {
        this.lines = lines;
        this.journal = journal;
        this.transactions = transactions;
        this.clock = clock;
        this.mode = mode;
    }

    @EventListener(ApplicationReadyEvent.class)
    void fill() {
        if (mode == Mode.SANDBOX && lines.countries().isEmpty()) {
            LocalDate due = today().plusMonths(6);
            sample("US", HelpLine.Kind.EMERGENCY, "911", "911", due);
            sample("US", HelpLine.Kind.CHILD, "Sample child line", "202 555 0141", due);
            sample("US", HelpLine.Kind.SURVIVOR, "Sample survivor line", "202 555 0142", due);
            sample("ES", HelpLine.Kind.EMERGENCY, "112", "112", due);
            sample("MX", HelpLine.Kind.EMERGENCY, "911", "911", due);
            sample("GB", HelpLine.Kind.EMERGENCY, "999", "999", due);
        }
    }

    private void sample(String country, HelpLine.Kind kind, String name, String number, LocalDate due) {
        put(SAMPLES, new PutHelpLine(country, kind, name, number, "24/7", "English, Español", due));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    @Override
    public List<String> countries(Actor actor) {
        return lines.countries();
    }

    @Override
    public List<HelpLine> shown(Actor actor, String country) {
        LocalDate today = today();
        return lines.list(country).stream()
                .filter(line -> line.kind() == HelpLine.Kind.EMERGENCY || !line.expiredOn(today))
                .toList();
    }

    @Override
    public List<HelpLine> list(Actor actor) {
        actor.require(Permission.OPERATE);
        return lines.list(null);
    }

    @Override
    public List<HelpLine> overdue(Actor actor) {
        actor.require(Permission.OPERATE);
        return lines.overdue(today());
    }

    @Override
    public void put(Actor actor, PutHelpLine command) {
        actor.require(Permission.OPERATE);
        String country = command.country().strip().toUpperCase(Locale.ROOT);
        boolean known = List.of(Locale.getISOCountries()).contains(country);
        if (!known
                || blank(command.name())
                || blank(command.number())
                || command.hours().length() > LONGEST
                || command.languages().length() > LONGEST
                || !command.reviewDue().isAfter(today())) {
            throw new ProblemException(PlatformProblem.INVALID_INPUT);
        }
        var line = new HelpLine(
                Ids.next(),
                country,
                command.kind(),
                command.name().strip(),
                command.number().strip(),
                command.hours().strip(),
                command.languages().strip(),
                today(),
                actor.id(),
                command.reviewDue());
        transactions.run(() -> journal.record(actor, new HelpLineChanged(lines.put(line), Code.of(country))));
    }

    private static boolean blank(String text) {
        return text.isBlank() || text.length() > LONGEST;
    }

    @Override
    public void reviewed(Actor actor, UUID id, LocalDate until) {
        actor.require(Permission.OPERATE);
        if (!until.isAfter(today())) {
            throw new ProblemException(PlatformProblem.INVALID_INPUT);
        }
        transactions.run(() -> {
            String country = lines.reviewed(id, today(), actor.id(), until)
                    .orElseThrow(() -> new ProblemException(PlatformProblem.NOT_FOUND));
            journal.record(actor, new HelpLineChanged(id, Code.of(country)));
        });
    }

    @Override
    public void remove(Actor actor, UUID id) {
        actor.require(Permission.OPERATE);
        transactions.run(() -> {
            String country = lines.remove(id).orElseThrow(() -> new ProblemException(PlatformProblem.NOT_FOUND));
            journal.record(actor, new HelpLineChanged(id, Code.of(country)));
        });
    }
}
