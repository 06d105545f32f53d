// SPDX-License-Identifier: Apache-2.0
package org.harborline.referral.internal;

import java.util.Optional;
import org.harborline.platform.ProblemType;
import org.harborline.platform.RecordRef;
import org.harborline.platform.Sql;
import org.harborline.referral.ReferralProblem;
import org.harborline.vault.ErasureParty;
import org.springframework.stereotype.Component;

/// Referral's word on an erasure: not while a referral is open. An agency that has not answered, or works on the case,
/// must be able to ask for more and to get corrections, and what it was sent must be provable.
///
/// An acknowledged referral ends when the agency says so: conviction, closed, or referred on. Whoever the agency
/// referred it to asks for a hold.
@Component
class ReferralParty implements ErasureParty {

    static final String MODULE = "referral";

    private final Sql sql;

    ReferralParty(Sql sql) {
        this.sql = sql;
    }

    @Override
    public String module() {
        return MODULE;
    }

    @Override
    public Optional<ProblemType> objection(RecordRef record) {
        return open(Long.parseLong(record.id())) ? Optional.of(ReferralProblem.STILL_OPEN) : Optional.empty();
    }

    // Supplements and corrections belong to the referral they follow: the agency's last word there counts for them.
    private boolean open(long report) {
        return sql.of("""
                SELECT EXISTS (
                       SELECT 1
                         FROM referral.delivery
                         JOIN referral.recipient USING (delivery_id)
                        WHERE delivery.report = :report
                          AND (delivery.state IN ('HELD', 'REQUESTED', 'IN_DELIVERY', 'AWAITING', 'OVERDUE')
                               OR (delivery.state = 'ACCEPTED'
                                   AND coalesce((SELECT feedback.status
                                                   FROM referral.feedback
                                                   JOIN referral.recipient AS same USING (delivery_id)
                                                  WHERE same.referral_id = recipient.referral_id
                                                    AND same.agency_id = recipient.agency_id
                                                  ORDER BY feedback.feedback_id DESC
                                                  LIMIT 1), 'ONGOING') NOT IN ('CONVICTION', 'CLOSED', 'REFERRED'))))
                """).param("report", report).query(Boolean.class).single();
    }
}
