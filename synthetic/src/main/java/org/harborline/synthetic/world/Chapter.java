// SPDX-License-Identifier: Apache-2.0
package org.harborline.synthetic.world;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/// Five hundred consecutive reports. People recur within a chapter only; numbers are handed out in a random order, so
/// that the reports of one story lie far apart. Each chapter has one escalated report and one viral burst.
final class Chapter {

    static final int SIZE = 500;

    private static final int BURST = 25;

    private Chapter() {}

    /// @param index from 0
    static List<SyntheticReport> write(long seed, long index, Instant asOf) {
        var stage = new Stage(seed, index, SIZE, asOf);
        var setting = new Setting(stage.random());
        burst(stage);
        stage.shuffle();
        new Recurring(stage, setting).tell();
        new Misleading(stage, setting).tell();
        var ordinary = new Ordinary(stage, setting);
        List<Long> rest = stage.numbers(stage.left());
        rest.forEach(ordinary::tell);
        ordinary.describeTwoAlike(rest);
        return stage.finished();
    }

    /// One sender, one viral item, many accounts, reports that follow each other.
    private static void burst(Stage stage) {
        var sender = stage.sender();
        var at = stage.moment();
        for (long number : stage.run(BURST)) {
            var people = Stream.generate(stage::meet)
                    .limit(1 + stage.random().nextInt(8))
                    .toList();
            stage.open(number, sender, at).batch(people);
        }
    }
}
