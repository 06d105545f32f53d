// SPDX-License-Identifier: Apache-2.0
package org.harborline.synthetic.crash;

import java.time.Duration;
import java.util.List;
import java.util.random.RandomGenerator;
import org.harborline.synthetic.server.Waiting;

/// Lets blows fall and counts what they killed.
final class Strike {

    private final Victims victims;
    private final Tolls tolls;
    private final RandomGenerator random;
    private final Duration patience;

    /// @param patience how long a blow waits for a database that is just being started
    Strike(Victims victims, Tolls tolls, RandomGenerator random, Duration patience) {
        this.victims = victims;
        this.tolls = tolls;
        this.random = random;
        this.patience = patience;
    }

    /// One blow. It waits for its database before anything dies: without a server nobody would start it.
    ///
    /// @return a finding when there was no database to kill
    Findings fall(Blow blow) throws InterruptedException {
        boolean databaseFirst = random.nextBoolean();
        boolean escaped = blow.hitsDatabase() && !Waiting.until(patience, victims::hasDatabase);
        boolean hit = blow.hitsDatabase() && !escaped;
        if (hit && databaseFirst) {
            escaped = !killDatabase();
        }
        if (blow.hitsServer()) {
            victims.killServer();
            tolls.serverKilled();
        }
        if (hit && !databaseFirst) {
            escaped = !killDatabase();
        }
        if (blow.hitsFiler()) {
            victims.killFiler();
            tolls.filerKilled();
        }
        return new Findings(escaped ? List.of("there was no database to kill") : List.of());
    }

    private boolean killDatabase() throws InterruptedException {
        boolean killed = Waiting.until(patience, victims::killDatabase);
        if (killed) {
            tolls.databaseKilled();
        }
        return killed;
    }
}
