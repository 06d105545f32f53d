// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.harborline.linking.internal.Stated.a;
import static org.harborline.linking.internal.Stated.email;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.harborline.intake.IdentifierKind;
import org.harborline.linking.Cut;
import org.harborline.linking.CutReason;
import org.harborline.linking.FalseLink;
import org.harborline.linking.FalseLinks;
import org.harborline.linking.ReportPair;
import org.harborline.platform.Code;
import org.harborline.platform.PlatformProblem;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// The register of links that were cut.
class FalseLinksTests extends LinkingCase {

    private static final Code ACCOUNT = Code.of("account.provider-service-id");
    private static final Code MAILBOX = Code.of("email.case-folded");

    @Autowired
    private FalseLinks register;

    private Cut fileAndCut(String name, CutReason reason) {
        var one = reports.file(email(name + "@town.example"), a(IdentifierKind.PROVIDER_USER_ID, name));
        var two = reports.file(email(name + "@town.example"), a(IdentifierKind.PROVIDER_USER_ID, name));
        settle();
        return links.cut(ANALYST, ReportPair.of(one, two), reason);
    }

    private long count(Code rule, CutReason reason) {
        return register.counts(ANALYST).stream()
                .filter(count -> count.rule().equals(rule) && count.reason() == reason)
                .mapToLong(FalseLink.Count::cuts)
                .sum();
    }

    @Test
    void listsEachCutWithReasonRulesAndWho() {
        Cut cut = fileAndCut("in-register", CutReason.WRONG_VALUE);

        FalseLink first = register.list(ANALYST, null, 10).getFirst();

        assertThat(first.cut()).isEqualTo(cut);
        assertThat(first.rules()).containsExactly(ACCOUNT, MAILBOX);
        assertThat(first.who()).isEqualTo(ANALYST.id());
        assertThat(first.undone()).isNull();
    }

    @Test
    void countsCutsInForceByRuleAndReason() {
        long before = count(MAILBOX, CutReason.RECYCLED);
        fileAndCut("counted-1", CutReason.RECYCLED);
        Cut undone = fileAndCut("counted-2", CutReason.RECYCLED);
        assertThat(count(MAILBOX, CutReason.RECYCLED)).isEqualTo(before + 2);
        assertThat(count(ACCOUNT, CutReason.RECYCLED)).isGreaterThanOrEqualTo(2);

        links.undoCut(ANALYST, undone.id());

        assertThat(count(MAILBOX, CutReason.RECYCLED)).isEqualTo(before + 1);
        FalseLink listed = register.list(ANALYST, null, 100).stream()
                .filter(one -> one.cut().id().equals(undone.id()))
                .findFirst()
                .orElseThrow();
        assertThat(listed.undone().who()).isEqualTo(ANALYST.id());
    }

    /// A corrected rule may make no such key any more.
    @Test
    void keepsTheRulesOfACutWhoseReasonsWent() {
        long before = count(ACCOUNT, CutReason.SHARED);
        Cut cut = fileAndCut("rule-corrected", CutReason.SHARED);
        database.sql("DELETE FROM linking.reason WHERE newer = ?")
                .params(cut.pair().newer().value())
                .update();

        assertThat(register.list(ANALYST, null, 1).getFirst().rules()).containsExactly(ACCOUNT, MAILBOX);
        assertThat(count(ACCOUNT, CutReason.SHARED)).isEqualTo(before + 1);
    }

    @Test
    void givesAllCutsPageByPage() {
        for (int i = 0; i < 3; i++) {
            fileAndCut("register-page-" + i, CutReason.SHARED);
        }
        List<UUID> all = register.list(ANALYST, null, 100).stream()
                .map(one -> one.cut().id())
                .toList();

        var paged = new ArrayList<UUID>();
        List<FalseLink> page = register.list(ANALYST, null, 2);
        while (!page.isEmpty()) {
            page.forEach(one -> paged.add(one.cut().id()));
            page = register.list(ANALYST, paged.getLast(), 2);
        }

        assertThat(paged).containsExactlyElementsOf(all).hasSizeGreaterThanOrEqualTo(3);
    }

    @Test
    void answersNobodyWithoutThePermission() {
        assertProblem(PlatformProblem.NOT_FOUND, () -> register.list(without(Set.of()), null, 10));
        assertProblem(PlatformProblem.NOT_FOUND, () -> register.counts(without(Set.of())));
    }
}
