// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking.internal;

import java.util.List;
import org.harborline.journal.related.RelatedRecords;
import org.harborline.platform.RecordRef;
import org.harborline.platform.Sql;
import org.springframework.stereotype.Component;

/// Leads from a report's journal to that of its links, cuts and alerts, which stand under the pair, to that of the keys
/// it made spread, and back.
@Component
class LinkHistory implements RelatedRecords {

    private static final String REPORT = "report";
    private static final String LINK = "link";
    private static final String ALERT = "cross-role-hit";

    private final Sql sql;

    LinkHistory(Sql sql) {
        this.sql = sql;
    }

    @Override
    public List<RecordRef> of(RecordRef record, int limit) {
        return switch (record.kind()) {
            case REPORT ->
                record.id().matches("[0-9]{1,18}") ? ofReport(Long.parseLong(record.id()), limit) : List.of();
            case LINK, ALERT ->
                List.of(record.id().split("-", 2)).stream()
                        .map(number -> new RecordRef(REPORT, number))
                        .toList();
            default -> List.of();
        };
    }

    private List<RecordRef> ofReport(long report, int limit) {
        return sql.of("""
                SELECT kind, id
                  FROM (SELECT CASE WHEN cross_role THEN 'cross-role-hit' ELSE 'link' END AS kind,
                               newer || '-' || older AS id, newer + older AS place
                          FROM linking.reason
                         WHERE newer = :report OR older = :report
                         UNION
                        SELECT 'link', newer || '-' || older, newer + older
                          FROM linking.cut
                         WHERE newer = :report OR older = :report
                         UNION
                        SELECT 'link', newer || '-' || older, newer + older
                          FROM linking.word
                         WHERE newer = :report OR older = :report
                         UNION
                        SELECT 'match-key', report_number || '-' || coalesce(identifier_index::text, finding_id::text),
                               report_number
                          FROM linking.hub
                         WHERE report_number = :report) AS related
                 ORDER BY place DESC, kind, id
                 LIMIT :limit
                """)
                .param("report", report)
                .param("limit", limit)
                .query((row, _) -> new RecordRef(row.getString("kind"), row.getString("id")))
                .list();
    }
}
