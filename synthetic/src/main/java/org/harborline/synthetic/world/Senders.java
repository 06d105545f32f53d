// SPDX-License-Identifier: Apache-2.0
package org.harborline.synthetic.world;

import static org.harborline.synthetic.world.Sender.Kind.CHAT;
import static org.harborline.synthetic.world.Sender.Kind.GAME;
import static org.harborline.synthetic.world.Sender.Kind.MAIL;
import static org.harborline.synthetic.world.Sender.Kind.PAGES;

import java.util.ArrayList;
import java.util.List;

/// The invented senders, as unevenly busy as the real ones of 2023: the largest files 49.6 % of all reports, the
/// largest
/// five 91.4 %, ten 97.2 %, twenty 99.3 %, and a long tail the rest. Names are invented; only the shares are real.
final class Senders {

    private static final int TAIL = 40;

    static final List<Sender> ALL = all();

    static final Mix<Sender> MIX = new Mix<>(ALL, Sender::weight);

    private Senders() {}

    private static List<Sender> all() {
        var senders = new ArrayList<>(largestTen());
        senders.addAll(nextTen());
        for (int i = 1; i <= TAIL; i++) {
            // Falls off like the real tail and sums to the missing 0.7 %.
            senders.add(new Sender("Example Forum " + i, PAGES, Math.max(1, 60 / i)));
        }
        return List.copyOf(senders);
    }

    private static List<Sender> largestTen() {
        return List.of(
                new Sender("Example Social", PAGES, 17_838),
                new Sender("Example Photos", PAGES, 11_430),
                new Sender("Example Search", MAIL, 1_471),
                new Sender("Example Messenger", CHAT, 1_390),
                new Sender("Example Moments", CHAT, 713),
                new Sender("Example Headlines", PAGES, 597),
                new Sender("Example Clips", PAGES, 590),
                new Sender("Example Chat", CHAT, 339),
                new Sender("Example Boards", PAGES, 290),
                new Sender("Example Short Posts", PAGES, 273));
    }

    private static List<Sender> nextTen() {
        return List.of(
                new Sender("Example Strangers", CHAT, 188),
                new Sender("Example Mail", MAIL, 139),
                new Sender("Example Hosting", PAGES, 90),
                new Sender("Example Storage", PAGES, 75),
                new Sender("Example Pins", PAGES, 62),
                new Sender("Example Pictures", PAGES, 59),
                new Sender("Example Games", GAME, 52),
                new Sender("Example Meetings", CHAT, 45),
                new Sender("Example Arcade", GAME, 25),
                new Sender("Example Assistant", CHAT, 20));
    }
}
