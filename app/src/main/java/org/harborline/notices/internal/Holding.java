// SPDX-License-Identifier: Apache-2.0
package org.harborline.notices.internal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.harborline.intake.ReportNumber;
import org.harborline.journal.Fact;
import org.harborline.journal.Follower.Consequences;
import org.harborline.journal.Follower.Followed;
import org.harborline.referral.facts.PackageDelivered;
import org.harborline.referral.facts.PackageReturned;
import org.harborline.vault.facts.ErasureConfirmed;
import org.harborline.vault.facts.RecordErased;
import org.springframework.stereotype.Component;

/// Follows which agencies have which reports, and what an erasure takes from questions.
@Component
class Holding {

    private final HoldingTable holdings;
    private final QuestionTable questions;
    private final Writing writing;

    Holding(HoldingTable holdings, QuestionTable questions, Writing writing) {
        this.holdings = holdings;
        this.questions = questions;
        this.writing = writing;
    }

    void take(List<Followed> batch, Consequences consequences) {
        var has = new LinkedHashMap<HoldingTable.Holding, Boolean>();
        batch.stream().map(Followed::fact).forEach(fact -> note(fact, has));
        holdings.put(those(has, true));
        holdings.remove(those(has, false));
        batch.forEach(followed -> {
            if (followed.fact() instanceof RecordErased erased
                    && erased.record().kind().equals("report")) {
                var report = new ReportNumber(Long.parseLong(erased.record().id()));
                questions.forget(List.of(report), writing.clock().instant());
                consequences.record(followed.entry(), ErasureConfirmed.of(erased, NoticesFollower.NAME));
            }
        });
    }

    private static List<HoldingTable.Holding> those(Map<HoldingTable.Holding, Boolean> has, boolean now) {
        return has.entrySet().stream()
                .filter(one -> one.getValue() == now)
                .map(Map.Entry::getKey)
                .toList();
    }

    private static void note(Fact fact, Map<HoldingTable.Holding, Boolean> has) {
        if (fact instanceof PackageDelivered delivered) {
            has.put(new HoldingTable.Holding(delivered.agency().value(), delivered.report()), true);
        }
        if (fact instanceof PackageReturned returned) {
            has.put(new HoldingTable.Holding(returned.agency().value(), returned.report()), false);
        }
    }
}
