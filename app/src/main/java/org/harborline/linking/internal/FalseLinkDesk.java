// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking.internal;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.harborline.access.Accounts;
import org.harborline.linking.FalseLink;
import org.harborline.linking.FalseLinks;
import org.harborline.platform.Actor;
import org.harborline.platform.Permission;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Reads the register of cut links.
@Component
class FalseLinkDesk implements FalseLinks {

    private static final int LARGEST_PAGE = 100;

    private final FalseLinkTable cuts;
    private final Accounts accounts;

    FalseLinkDesk(FalseLinkTable cuts, Accounts accounts) {
        this.cuts = cuts;
        this.accounts = accounts;
    }

    @Override
    public List<FalseLink> list(Actor actor, @Nullable UUID after, int limit) {
        actor.require(Permission.REPORT_READ);
        List<FalseLinkTable.Row> rows = cuts.list(after, Math.clamp(limit, 1, LARGEST_PAGE));
        Map<String, String> names = accounts.names(actor, people(rows));
        return rows.stream()
                .map(row -> new FalseLink(
                        row.cut(), names.getOrDefault(row.cut().by(), row.cut().by()), row.rules(), undone(row, names)))
                .toList();
    }

    private static Set<String> people(List<FalseLinkTable.Row> rows) {
        var people = new HashSet<String>();
        for (FalseLinkTable.Row row : rows) {
            people.add(row.cut().by());
            String undoneBy = row.undoneBy();
            if (undoneBy != null) {
                people.add(undoneBy);
            }
        }
        return people;
    }

    private static FalseLink.@Nullable Undone undone(FalseLinkTable.Row row, Map<String, String> names) {
        String by = row.undoneBy();
        Instant at = row.undoneAt();
        return by == null || at == null ? null : new FalseLink.Undone(names.getOrDefault(by, by), at);
    }

    @Override
    public List<FalseLink.Count> counts(Actor actor) {
        actor.require(Permission.REPORT_READ);
        return cuts.counts();
    }
}
