// SPDX-License-Identifier: Apache-2.0
package org.harborline.synthetic.crash;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.random.RandomGenerator;

/// What dies in a round, all of it by SIGKILL.
enum Blow {
    SERVER(true, false, false),
    DATABASE(false, true, false),
    SERVER_AND_FILER(true, false, true),
    DATABASE_AND_FILER(false, true, true),
    SERVER_AND_DATABASE(true, true, false);

    private final boolean server;
    private final boolean database;
    private final boolean filer;

    Blow(boolean server, boolean database, boolean filer) {
        this.server = server;
        this.database = database;
        this.filer = filer;
    }

    /// One blow a round, each kind as often as the others, in an order that follows from the generator.
    static List<Blow> rounds(int count, RandomGenerator random) {
        var blows = new ArrayList<Blow>();
        while (blows.size() < count) {
            var bag = new ArrayList<>(List.of(values()));
            Collections.shuffle(bag, java.util.Random.from(random));
            blows.addAll(bag);
        }
        return List.copyOf(blows.subList(0, count));
    }

    boolean hitsServer() {
        return server;
    }

    boolean hitsDatabase() {
        return database;
    }

    boolean hitsFiler() {
        return filer;
    }
}
