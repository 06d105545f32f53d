// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.harborline.intake.IdentifierKind;
import org.harborline.intake.Report;
import org.harborline.intake.ReportNumber;
import org.harborline.intake.ReportState;
import org.harborline.intake.Reports;
import org.harborline.intake.WrittenText;
import org.harborline.linking.Finding;
import org.harborline.linking.FindingKind;
import org.harborline.linking.LinkingProblem;
import org.harborline.linking.RecordFinding;
import org.harborline.linking.WithdrawalReason;
import org.harborline.linking.facts.FindingRecorded;
import org.harborline.linking.facts.FindingWithdrawn;
import org.harborline.platform.Actor;
import org.harborline.platform.Permission;
import org.harborline.platform.PlatformProblem;
import org.harborline.platform.ProblemException;
import org.harborline.vault.Compartment;
import org.harborline.vault.Vault;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Records and opens findings.
@Component
class FindingDesk {

    private static final int LONGEST_VALUE = 2000;
    private static final int LONGEST_OTHER = 500;
    /// Media in disguise: a data address, or a run without a space that no sentence and no identifier has.
    private static final Pattern NOT_TEXT =
            Pattern.compile("data:[a-z]+/|[A-Za-z0-9+/=_-]{400,}|[\\p{Cc}&&[^\\r\\n\\t]]", Pattern.CASE_INSENSITIVE);

    private final FindingTable findings;
    private final FindingWords words;
    private final Vault vault;
    private final Reports reports;
    private final WrittenText gate;
    private final LinkDesk.Decisions decisions;

    FindingDesk(
            FindingTable findings,
            FindingWords words,
            Vault vault,
            Reports reports,
            WrittenText gate,
            LinkDesk.Decisions decisions) {
        this.findings = findings;
        this.words = words;
        this.vault = vault;
        this.reports = reports;
        this.gate = gate;
        this.decisions = decisions;
    }

    UUID record(Actor actor, RecordFinding command, UUID id) {
        actor.require(Permission.FINDING_RECORD);
        check(command);
        Report report = reports.find(actor, command.report())
                .orElseThrow(() -> new ProblemException(PlatformProblem.NOT_FOUND));
        if (report.state() != ReportState.FINISHED) {
            throw new ProblemException(LinkingProblem.REPORT_NOT_FILED);
        }
        Instant now = decisions.clock().instant();
        Vault.NewKey key = vault.prepare(actor, FindingWords.record(id), Compartment.REPORT);
        FindingTable.Row row = words.seal(key, id, command, actor.id(), now);
        decisions.transactions().run(() -> {
            vault.keep(actor, command.report().asRecord());
            if (!findings.insert(row)) {
                requireSame(row, command);
                return;
            }
            key.store();
            decisions.journal().record(actor, new FindingRecorded(id, command.report(), command.kind()));
        });
        return id;
    }

    /// A form that is sent twice says the same twice. Anything else under an id that is there was never sent by this
    /// form.
    private void requireSame(FindingTable.Row sent, RecordFinding command) {
        boolean same = findings.byIds(List.of(sent.id())).stream()
                .anyMatch(kept -> kept.sameOutside(sent) && words.say(kept, command));
        if (!same) {
            throw new ProblemException(LinkingProblem.FINDING_RECORDED_BEFORE);
        }
    }

    private void check(RecordFinding command) {
        boolean fits = areTexts(command)
                && isOfItsKind(command)
                && !namesCard(command)
                && isSeen(command.observedAt().toInstant());
        if (!fits) {
            throw new ProblemException(LinkingProblem.FINDING_NOT_ACCEPTED);
        }
    }

    private boolean isSeen(Instant at) {
        return !at.isBefore(RecordFinding.EARLIEST)
                && !at.isAfter(decisions.clock().instant());
    }

    private boolean areTexts(RecordFinding command) {
        return isText(command.value(), LONGEST_VALUE)
                && isProse(command.source())
                && isProse(command.method())
                && (command.qualifier() == null || isText(command.qualifier(), LONGEST_OTHER));
    }

    private static boolean isOfItsKind(RecordFinding command) {
        boolean identifier = command.kind() == FindingKind.IDENTIFIER;
        return identifier == (command.identifierKind() != null) && isPortOfAddress(command);
    }

    private static boolean isPortOfAddress(RecordFinding command) {
        Integer port = command.port();
        return port == null
                || (command.identifierKind() == IdentifierKind.IP_ADDRESS
                        && port >= 0
                        && port <= RecordFinding.HIGHEST_PORT);
    }

    void withdraw(Actor actor, ReportNumber report, UUID id, WithdrawalReason reason) {
        actor.require(Permission.FINDING_RECORD);
        decisions.transactions().run(() -> {
            boolean there = findings.byIds(List.of(id)).stream()
                    .anyMatch(row -> row.report().equals(report));
            if (!there) {
                throw new ProblemException(PlatformProblem.NOT_FOUND);
            }
            if (!findings.withdraw(
                    id,
                    new Finding.Withdrawal(reason, actor.id(), decisions.clock().instant()))) {
                throw new ProblemException(LinkingProblem.FINDING_ALREADY_WITHDRAWN);
            }
            decisions.journal().record(actor, new FindingWithdrawn(id, report, reason.code()));
        });
    }

    /// Account ids and numbers of devices may look like a card's; what pays, and free text, may not.
    private static boolean namesCard(RecordFinding command) {
        if (command.kind() != FindingKind.IDENTIFIER) {
            return CardNumbers.in(command.value());
        }
        String compact = command.value().replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
        return command.identifierKind() == IdentifierKind.PAYMENT_HANDLE
                && !PaymentRules.isIban(compact)
                && CardNumbers.in(command.value());
    }

    private boolean isProse(String text) {
        return isText(text, LONGEST_OTHER) && !CardNumbers.in(text);
    }

    private boolean isText(String text, int longest) {
        return !text.isBlank()
                && text.length() <= longest
                && !NOT_TEXT.matcher(text).find()
                && gate.passes(text);
    }

    Map<ReportNumber, List<Finding>> ofReports(Collection<ReportNumber> numbers) {
        return views(findings.ofReports(numbers), Map.of());
    }

    Map<ReportNumber, List<Finding>> open(Actor actor, Collection<ReportNumber> numbers) {
        List<FindingTable.Row> rows = findings.ofReports(numbers).stream()
                .filter(row -> row.withdrawal() == null)
                .toList();
        return views(rows, words.open(actor, rows));
    }

    private static Map<ReportNumber, List<Finding>> views(List<FindingTable.Row> rows, Map<UUID, Finding.Text> words) {
        var byReport = new HashMap<ReportNumber, List<Finding>>();
        rows.forEach(row ->
                byReport.computeIfAbsent(row.report(), _ -> new ArrayList<>()).add(view(row, words.get(row.id()))));
        return byReport;
    }

    private static Finding view(FindingTable.Row row, Finding.@Nullable Text text) {
        return new Finding(
                row.id(),
                row.report(),
                row.kind(),
                row.identifierKind(),
                row.role(),
                row.confidence(),
                row.observedAt(),
                text,
                row.by(),
                row.recordedAt(),
                row.port(),
                row.offset(),
                row.withdrawal());
    }
}
