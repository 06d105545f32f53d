// SPDX-License-Identifier: Apache-2.0
package org.harborline.synthetic.world;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;

/// What the stories of one chapter draw from: report numbers nobody has used, people nobody has met, moments, chance.
final class Stage {

    /// People a chapter may have.
    private static final int CAST = 1_000;

    private final long seed;
    private final long chapter;
    private final Instant asOf;
    private final Random random;
    private final PhoneBook phones;
    private final List<Long> free = new ArrayList<>();
    private final SortedMap<Long, Draft> drafts = new TreeMap<>();
    private int met;
    private int phonesTaken;

    Stage(long seed, long chapter, int reports, Instant asOf) {
        this.seed = seed;
        this.chapter = chapter;
        this.asOf = asOf;
        this.random = new Random(Bits.scatter(seed, chapter));
        this.phones = new PhoneBook(seed);
        for (int i = 1; i <= reports; i++) {
            free.add(chapter * reports + i);
        }
    }

    long chapter() {
        return chapter;
    }

    Random random() {
        return random;
    }

    /// From here on numbers are handed out in no order.
    void shuffle() {
        Collections.shuffle(free, random);
    }

    /// Numbers that follow each other; to be asked for before [#shuffle].
    List<Long> run(int count) {
        var run = free.subList(random.nextInt(free.size() - count), free.size()).subList(0, count);
        var numbers = List.copyOf(run);
        run.clear();
        return numbers;
    }

    /// Numbers, smallest first.
    List<Long> numbers(int count) {
        var taken = free.subList(free.size() - count, free.size());
        var numbers = taken.stream().sorted().toList();
        taken.clear();
        return numbers;
    }

    int left() {
        return free.size();
    }

    Person meet() {
        met++;
        if (met > CAST) {
            throw new IllegalStateException("a chapter has no more people");
        }
        return new Person(seed, chapter * CAST + met);
    }

    /// A telephone number nobody else has.
    Optional<String> phone() {
        return phones.number(chapter, phonesTaken++);
    }

    Sender sender() {
        return Senders.MIX.draw(random);
    }

    /// Some time in the last two months.
    Instant moment() {
        return asOf.minus(Duration.ofHours(1)).minusSeconds(random.nextInt(60 * 86_400));
    }

    /// One report, its category drawn.
    Draft open(long number, Sender sender, Instant at) {
        var draft = new Draft(number, sender, Categories.MIX.draw(random).category(), at, random);
        drafts.put(number, draft);
        return draft;
    }

    Draft open(long number) {
        return open(number, sender(), moment());
    }

    /// A report already opened.
    Draft draft(long number) {
        return Optional.ofNullable(drafts.get(number)).orElseThrow();
    }

    List<SyntheticReport> finished() {
        return drafts.values().stream().map(Draft::finished).toList();
    }
}
