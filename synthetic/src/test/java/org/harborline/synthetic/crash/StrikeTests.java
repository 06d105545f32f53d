// SPDX-License-Identifier: Apache-2.0
package org.harborline.synthetic.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class StrikeTests {

    private static final Duration LONG = Duration.ofSeconds(30);
    private static final Duration SHORT = Duration.ofMillis(300);

    private final Tolls tolls = new Tolls();

    /// What died, in that order.
    private final List<String> dead = new ArrayList<>();

    private Findings fall(Blow blow, int seed, Duration patience, Victims victims) throws InterruptedException {
        return new Strike(victims, tolls, new Random(seed), patience).fall(blow);
    }

    /// @param answers whether a database is there, the first time somebody looks, the second, and from then on
    private Victims victims(Boolean... answers) {
        Deque<Boolean> next = new ArrayDeque<>(Arrays.asList(answers));
        return new Victims() {
            @Override
            public boolean hasDatabase() {
                return next.size() > 1 ? next.remove() : next.getFirst();
            }

            @Override
            public boolean killDatabase() {
                boolean there = hasDatabase();
                if (there) {
                    dead.add("database");
                }
                return there;
            }

            @Override
            public void killServer() {
                dead.add("server");
            }

            @Override
            public void killFiler() {
                dead.add("filer");
            }
        };
    }

    @Test
    void waitsForADatabaseThatIsJustBeingStartedBeforeAnythingDies() throws InterruptedException {
        for (int seed = 0; seed < 8; seed++) {
            dead.clear();
            assertThat(fall(Blow.SERVER_AND_DATABASE, seed, LONG, victims(false, false, true))
                            .none())
                    .isTrue();
            assertThat(dead).containsExactlyInAnyOrder("server", "database");
        }
        assertThat(tolls.databases()).isEqualTo(8);
    }

    @Test
    void triesAgainWhenTheDatabaseWasNotKilled() throws InterruptedException {
        assertThat(fall(Blow.DATABASE, 1, LONG, victims(true, false, true)).none())
                .isTrue();
        assertThat(dead).containsExactly("database");
        assertThat(tolls.databases()).isEqualTo(1);
    }

    @Test
    void countsNoDatabaseThatEscapedAndSaysSo() throws InterruptedException {
        assertThat(fall(Blow.DATABASE, 1, SHORT, victims(true, false)).complaints())
                .containsExactly("there was no database to kill");
        assertThat(dead).isEmpty();
        assertThat(tolls.databases()).isZero();
    }

    @Test
    void countsNoDatabaseThatWasNotThereAndSaysSo() throws InterruptedException {
        assertThat(fall(Blow.DATABASE_AND_FILER, 1, SHORT, victims(false)).complaints())
                .containsExactly("there was no database to kill");
        assertThat(dead).containsExactly("filer");
        assertThat(tolls.databases()).isZero();
    }
}
