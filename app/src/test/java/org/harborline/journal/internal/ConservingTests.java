// SPDX-License-Identifier: Apache-2.0
package org.harborline.journal.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import org.harborline.journal.Conservation;
import org.harborline.journal.Journal;
import org.harborline.journal.ledgers.Ledger;
import org.harborline.platform.Actor;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

@SpringBootTest
@Import(ConservingTests.Parcels.class)
class ConservingTests {

    /// One side of the law of parcels.
    record Side(String name, Ledger.Side side, SortedSet<String> parcels) implements Ledger {

        @Override
        public String law() {
            return "parcels";
        }

        @Override
        public List<Count> counts() {
            return List.of(new Count(name, side, parcels.size()));
        }

        @Override
        public SortedSet<String> ids(String column, String after, int limit) {
            return new TreeSet<>(parcels.stream()
                    .filter(id -> id.compareTo(after) > 0)
                    .limit(limit)
                    .toList());
        }
    }

    @TestConfiguration
    static class Parcels {
        @Bean
        Side handedIn() {
            return new Side("handed-in", Ledger.Side.LEFT, new ConcurrentSkipListSet<>());
        }

        @Bean
        Side onShelf() {
            return new Side("on-shelf", Ledger.Side.RIGHT, new ConcurrentSkipListSet<>());
        }

        @Bean
        Side delivered() {
            return new Side("delivered", Ledger.Side.RIGHT, new ConcurrentSkipListSet<>());
        }
    }

    @Autowired
    Journal journal;

    @Autowired
    Side handedIn;

    @Autowired
    Side onShelf;

    @Autowired
    Side delivered;

    private Conservation parcels() {
        return journal.conservation(Actor.system("conserving-tests")).stream()
                .filter(law -> law.law().equals("parcels"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void namesWhatIsOnOneSideOnly() {
        for (int i = 0; i < 25_000; i++) {
            handedIn.parcels().add("p" + i);
            (i % 2 == 0 ? onShelf : delivered).parcels().add("p" + i);
        }
        assertThat(parcels().holds()).isTrue();
        assertThat(parcels().astray()).isEmpty();

        onShelf.parcels().remove("p24000");
        delivered.parcels().remove("p7");
        assertThat(parcels().holds()).isFalse();
        assertThat(parcels().astray()).containsExactlyInAnyOrder("p24000", "p7");

        onShelf.parcels().add("p24000");
        delivered.parcels().add("p7");
        delivered.parcels().add("stranger");
        assertThat(parcels().astray()).containsExactly("stranger");

        delivered.parcels().remove("stranger");
        onShelf.parcels().add("p1");
        assertThat(parcels().astray()).as("a parcel in two places").containsExactly("p1");
    }
}
