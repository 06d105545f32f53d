// SPDX-License-Identifier: Apache-2.0
package org.harborline.journal.web;

import java.util.List;
import org.harborline.journal.Entry;
import org.harborline.journal.Journal;
import org.harborline.journal.related.RelatedRecords;
import org.harborline.platform.Actor;
import org.harborline.platform.Permission;
import org.harborline.platform.RecordRef;
import org.harborline.platform.Requires;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// What happened to one record, in order, for the auditor and the operator.
@Controller
class HistoryPages {

    private static final int PAGE = 100;

    private static final int RELATED = 200;

    private final Journal journal;
    private final List<RelatedRecords> related;

    HistoryPages(Journal journal, List<RelatedRecords> related) {
        this.journal = journal;
        this.related = List.copyOf(related);
    }

    @GetMapping("/operator/journal")
    @Requires(Permission.JOURNAL_READ)
    String history(
            Actor actor,
            @RequestParam(defaultValue = "report") String kind,
            @RequestParam(required = false) @Nullable String id,
            @RequestParam(defaultValue = "0") long after,
            Model model) {
        model.addAttribute("kind", kind);
        model.addAttribute("id", id);
        if (id == null || id.isBlank()) {
            return "journal/history";
        }
        try {
            var record = new RecordRef(kind.strip(), id.strip());
            List<Entry> entries = journal.of(actor, record, after, PAGE + 1);
            boolean more = entries.size() > PAGE;
            model.addAttribute("entries", more ? entries.subList(0, PAGE) : entries);
            model.addAttribute("related", relatedTo(record));
            model.addAttribute("next", more ? entries.get(PAGE - 1).position() : null);
        } catch (IllegalArgumentException malformed) {
            model.addAttribute("malformed", true);
        }
        return "journal/history";
    }

    private List<RecordRef> relatedTo(RecordRef record) {
        return related.stream()
                .flatMap(module -> module.of(record, RELATED).stream())
                .limit(RELATED)
                .toList();
    }
}
