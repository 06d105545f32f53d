// SPDX-License-Identifier: Apache-2.0
package org.harborline.referral.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.harborline.intake.ReportNumber;
import org.harborline.platform.Code;
import org.harborline.platform.Sql;
import org.harborline.referral.DeliveryId;
import org.harborline.referral.PackageKind;
import org.harborline.registry.AgencyId;
import org.harborline.triage.Designation;
import org.harborline.triage.Priority;
import org.harborline.triage.SafeguardingOutcome;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What the follower keeps: `referral.standing`, `referral.link` and `referral.holding`.
@Component
class StandingTable {

    private final Sql sql;

    StandingTable(Sql sql) {
        this.sql = sql;
    }

    List<Standing> standings(Collection<ReportNumber> reports) {
        return sql.of("""
                SELECT report, escalated, priority, confirmed, designation, safeguarding,
                       last_rise, last_fall, last_designation, last_check, last_finding, last_withdrawal
                  FROM referral.standing
                 WHERE report = ANY (:reports)
                """)
                .param("reports", Columns.numbers(reports))
                .query((row, _) -> new Standing(
                        new ReportNumber(row.getLong("report")),
                        row.getBoolean("escalated"),
                        row.getObject("priority") == null ? null : Priority.of(row.getInt("priority")),
                        row.getBoolean("confirmed"),
                        Columns.word(row, "designation", Designation.class),
                        Columns.word(row, "safeguarding", SafeguardingOutcome.class),
                        new Standing.Last(
                                row.getLong("last_rise"),
                                row.getLong("last_fall"),
                                row.getLong("last_designation"),
                                row.getLong("last_check"),
                                row.getLong("last_finding"),
                                row.getLong("last_withdrawal"))))
                .list();
    }

    Standing standing(ReportNumber report) {
        return standings(List.of(report)).stream().findFirst().orElseGet(() -> Standing.unknown(report));
    }

    List<KnownLink> links(Collection<ReportNumber> reports) {
        return sql.of("""
                SELECT newer, older, rule, rule_version, withdrawn_for, withdrawn_position
                  FROM referral.link
                 WHERE newer = ANY (:reports)
                    OR older = ANY (:reports)
                """)
                .param("reports", Columns.numbers(reports))
                .query((row, _) -> new KnownLink(
                        new ReportNumber(row.getLong("newer")),
                        new ReportNumber(row.getLong("older")),
                        Code.of(row.getString("rule")),
                        row.getInt("rule_version"),
                        withdrawal(row)))
                .list();
    }

    List<Holding> holdings(Collection<ReportNumber> reports) {
        return sql.of("""
                SELECT delivery_id, report, agency_id, kind, concerns, linked, findings, held
                  FROM referral.holding
                 WHERE report = ANY (:reports)
                """)
                .param("reports", Columns.numbers(reports))
                .query(StandingTable::holding)
                .list();
    }

    void write(Collection<Standing> standings, Collection<KnownLink> links, Collection<Holding> holdings) {
        int[] _ = sql.batch("""
                INSERT INTO referral.standing
                       (report, escalated, priority, confirmed, designation, safeguarding,
                        last_rise, last_fall, last_designation, last_check, last_finding, last_withdrawal)
                VALUES (:report, :escalated, :priority, :confirmed, :designation, :safeguarding,
                        :rise, :fall, :designated, :checked, :found, :withdrawn)
                ON CONFLICT (report) DO UPDATE
                   SET escalated = excluded.escalated, priority = excluded.priority, confirmed = excluded.confirmed,
                       designation = excluded.designation, safeguarding = excluded.safeguarding,
                       last_rise = excluded.last_rise, last_fall = excluded.last_fall, last_designation = excluded.last_designation,
                       last_check = excluded.last_check, last_finding = excluded.last_finding,
                       last_withdrawal = excluded.last_withdrawal
                """, standings.stream().map(StandingTable::row).toList());
        int[] _ = sql.batch("""
                INSERT INTO referral.link (newer, older, rule, rule_version, withdrawn_for, withdrawn_position)
                VALUES (:newer, :older, :rule, :version, :reason, :position)
                ON CONFLICT (newer, older) DO UPDATE
                   SET rule = excluded.rule, rule_version = excluded.rule_version,
                       withdrawn_for = excluded.withdrawn_for, withdrawn_position = excluded.withdrawn_position
                """, links.stream().map(StandingTable::row).toList());
        int[] _ = sql.batch("""
                INSERT INTO referral.holding (delivery_id, report, agency_id, kind, concerns, linked, findings, held)
                VALUES (:delivery, :report, :agency, :kind, :concerns, :linked, :findings, :held)
                ON CONFLICT (delivery_id) DO UPDATE
                   SET held = excluded.held
                """, holdings.stream().map(StandingTable::row).toList());
    }

    private static Map<String, Object> row(Standing standing) {
        var row = new HashMap<String, Object>();
        Priority priority = standing.priority();
        Designation designation = standing.designation();
        SafeguardingOutcome safeguarding = standing.safeguarding();
        row.put("report", standing.report().value());
        row.put("escalated", standing.escalated());
        row.put("priority", Columns.maybe(Types.SMALLINT, priority == null ? null : priority.level()));
        row.put("confirmed", standing.confirmed());
        row.put("designation", Columns.maybe(Types.VARCHAR, designation == null ? null : designation.name()));
        row.put("safeguarding", Columns.maybe(Types.VARCHAR, safeguarding == null ? null : safeguarding.name()));
        row.put("rise", standing.last().rise());
        row.put("fall", standing.last().fall());
        row.put("designated", standing.last().designation());
        row.put("checked", standing.last().check());
        row.put("found", standing.last().finding());
        row.put("withdrawn", standing.last().withdrawal());
        return row;
    }

    private static Map<String, Object> row(KnownLink link) {
        var withdrawn = link.withdrawn();
        return Map.of(
                "newer", link.newer().value(),
                "older", link.older().value(),
                "rule", link.rule().value(),
                "version", link.ruleVersion(),
                "reason",
                        Columns.maybe(
                                Types.VARCHAR,
                                withdrawn == null ? null : withdrawn.reason().value()),
                "position", Columns.maybe(Types.BIGINT, withdrawn == null ? null : withdrawn.position()));
    }

    private static KnownLink.@Nullable Withdrawal withdrawal(ResultSet row) throws SQLException {
        String reason = row.getString("withdrawn_for");
        return reason == null ? null : new KnownLink.Withdrawal(Code.of(reason), row.getLong("withdrawn_position"));
    }

    private static Map<String, Object> row(Holding holding) {
        var row = new HashMap<String, Object>();
        ReportNumber concerns = holding.concerns();
        row.put("delivery", holding.delivery().value());
        row.put("report", holding.report().value());
        row.put("agency", holding.agency().value());
        row.put("kind", holding.kind().name());
        row.put("concerns", Columns.maybe(Types.BIGINT, concerns == null ? null : concerns.value()));
        row.put("linked", Columns.numbers(holding.linked()));
        row.put("findings", holding.findings().toArray(UUID[]::new));
        row.put("held", holding.held());
        return row;
    }

    private static Holding holding(ResultSet row, int number) throws SQLException {
        Long[] linked = (Long[]) row.getArray("linked").getArray();
        UUID[] findings = (UUID[]) row.getArray("findings").getArray();
        return new Holding(
                new DeliveryId(Columns.id(row, "delivery_id")),
                new ReportNumber(row.getLong("report")),
                new AgencyId(Columns.id(row, "agency_id")),
                PackageKind.valueOf(row.getString("kind")),
                Columns.report(row, "concerns"),
                Stream.of(linked).map(ReportNumber::new).collect(Collectors.toSet()),
                Set.of(findings),
                row.getBoolean("held"));
    }
}
