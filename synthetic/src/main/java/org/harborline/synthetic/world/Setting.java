// SPDX-License-Identifier: Apache-2.0
package org.harborline.synthetic.world;

import java.util.Random;
import org.harborline.synthetic.reports.Annotation;
import org.harborline.synthetic.reports.Category;

/// What surrounds the identifiers of a report and joins it to no other: where, how, from which line, what the sender
/// did.
final class Setting {

    private final Random random;

    Setting(Random random) {
        this.random = random;
    }

    /// Everything that any single report has.
    void describe(Draft draft) {
        incident(draft);
        annotations(draft);
        line(draft);
        Places.draw(random).ifPresent(place -> draft.tell(place::tell));
        measures(draft);
        if (chance(50)) {
            draft.say(r -> r.withNarrative(draft.number()));
        }
        if (chance(30)) {
            draft.say(r -> r.withTimeExplained(draft.number()));
        }
        if (chance(70)) {
            draft.say(r -> r.withCompanyTemplate(0));
        }
        if (chance(3)) {
            draft.say(r -> r.knownToAgency("Example Police", "CASE-" + draft.number()));
        }
    }

    boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    private void incident(Draft draft) {
        String name = draft.sender().name();
        switch (draft.sender().kind()) {
            case PAGES -> page(draft);
            case CHAT -> draft.say(r -> r.inChat(name, draft.number()));
            case GAME -> draft.say(r -> r.inGame("Example Quest", "Example Console"));
            case MAIL -> {
                // Told with the address itself: the interface wants each to be a party's.
            }
        }
    }

    private static void page(Draft draft) {
        draft.say(r -> r.onWebPage("https://pages.example/item/" + draft.number()));
    }

    private void annotations(Draft draft) {
        if (draft.category() == Category.ENTICEMENT && chance(40)) {
            draft.say(r -> r.annotated(Annotation.SEXTORTION));
        }
        if (chance(1)) {
            draft.say(r -> r.annotated(Annotation.SPAM));
        }
    }

    private void line(Draft draft) {
        int percent = random.nextInt(100);
        if (percent < 35) {
            draft.behindCarrier();
        } else if (percent < 70) {
            draft.onLeasedLine();
        } else if (percent < 78) {
            draft.behindProxy();
        }
        if (percent < 10) {
            draft.behindCarrier();
        }
    }

    private void measures(Draft draft) {
        if (chance(50)) {
            draft.tell(p -> p.withAccountClosedAt(draft.daysBefore(0).plusMinutes(30)));
        }
        if (chance(2)) {
            draft.tell(p -> p.withCompromisedAccount());
        }
        if (chance(20)) {
            draft.tell(p -> p.withNarrative(draft.number()));
        }
        if (chance(5)) {
            draft.tell(p -> p.withProfileText(draft.number()));
        }
    }
}
