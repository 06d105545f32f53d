// SPDX-License-Identifier: Apache-2.0
package org.harborline.notices.internal;

import java.util.List;
import org.harborline.notices.facts.QuestionOverdue;
import org.harborline.platform.Actor;
import org.springframework.stereotype.Component;

/// Marks questions that were not answered in time, some hundreds a transaction together with their facts. Runs every
/// minute; a run that fails is repeated a minute later.
@Component
class WatchQuestions {

    private static final Actor SELF = Actor.system("watch-questions");
    private static final int AT_ONCE = 200;

    private final QuestionTable table;
    private final Writing writing;

    WatchQuestions(QuestionTable table, Writing writing) {
        this.table = table;
        this.writing = writing;
    }

    void run() {
        int seen;
        do {
            seen = writing.transactions().write(this::some);
        } while (seen == AT_ONCE);
    }

    private int some() {
        List<QuestionTable.Late> late = table.overdue(writing.clock().instant(), AT_ONCE);
        writing.journal()
                .recordAll(
                        SELF,
                        late.stream()
                                .map(one -> new QuestionOverdue(one.question(), one.report()))
                                .toList());
        return late.size();
    }
}
