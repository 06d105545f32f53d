// SPDX-License-Identifier: Apache-2.0
package org.harborline.synthetic.linking;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.harborline.synthetic.world.PhoneBook;

/// One chapter while it is written: report numbers and people nobody has used, moments, chance, and what was planted.
/// Two people of one seed have nothing in common but what is planted.
final class Scene {

    static final int SIZE = 500;

    private static final int PEOPLE = 10_000;
    private static final int PHONES = 50;
    private static final int MARK = 7;
    private static final long MARKS = 8_031_810_176L;
    private static final List<String> SENDERS = List.of(
            "Example Social",
            "Example Photos",
            "Example Chat",
            "Example Mail",
            "Example Forum",
            "Example Games",
            "Example Market",
            "Example Video");

    private final long seed;
    private final long chapter;
    private final Random random;
    private final List<Long> free = new ArrayList<>();
    private final SortedMap<Long, Told> reports = new TreeMap<>();
    private final List<Planted> planted = new ArrayList<>();
    private int met;
    private int marked;
    private int phones;

    Scene(long seed, long chapter) {
        this.seed = seed;
        this.chapter = chapter;
        this.random = new Random(seed * 1_000_003 + chapter);
        for (int i = 1; i <= SIZE; i++) {
            free.add(chapter * SIZE + i);
        }
        Collections.shuffle(free, random);
    }

    Random random() {
        return random;
    }

    long chapter() {
        return chapter;
    }

    int left() {
        return free.size();
    }

    /// Seven letters nobody else has. They end in a letter, so that digits behind them never make another's.
    String mark() {
        marked++;
        long place = chapter * PEOPLE + marked;
        long scattered = Math.floorMod(place * 4_294_967_291L + seed * 7_919, MARKS);
        var letters = new StringBuilder(MARK);
        for (int i = 0; i < MARK; i++) {
            letters.append((char) ('a' + (int) (scattered % 26)));
            scattered /= 26;
        }
        return letters.toString();
    }

    long person() {
        met++;
        return chapter * PEOPLE + met;
    }

    /// Ten digits of a number kept for fiction. The next one differs from it in the last digits only.
    String phone() {
        int slot = Math.toIntExact((chapter * PHONES + phones) % PhoneBook.SIZE);
        phones++;
        if (phones > PHONES) {
            throw new IllegalStateException("a chapter has no more telephone numbers");
        }
        return PhoneBook.slot(slot);
    }

    /// Whether each telephone number of this chapter is nobody's in an earlier one.
    boolean hasPhones() {
        return (chapter + 1) * PHONES <= PhoneBook.SIZE;
    }

    String sender() {
        return SENDERS.get(random.nextInt(SENDERS.size()));
    }

    /// Another than the given one.
    String senderBeside(String sender) {
        return SENDERS.get((SENDERS.indexOf(sender) + 1 + random.nextInt(SENDERS.size() - 1)) % SENDERS.size());
    }

    /// Some time in the last two months, a whole second and never midnight.
    Instant moment() {
        return LinkingReports.AS_OF
                .minus(Duration.ofDays(2 + random.nextInt(60)))
                .plusSeconds(3_601 + random.nextInt(72_000));
    }

    int port() {
        return 20_000 + random.nextInt(40_000);
    }

    /// An address of a carrier, of those kept for documentation.
    String carrier() {
        return "203.0.113." + (100 + random.nextInt(100));
    }

    /// One report about somebody new.
    Told report() {
        return reports(1).getFirst();
    }

    /// Reports about somebody new each, by one sender, smallest number first.
    List<Told> reports(int count) {
        List<Long> numbers = new ArrayList<>(free.subList(free.size() - count, free.size()));
        free.subList(free.size() - count, free.size()).clear();
        Collections.sort(numbers);
        String sender = sender();
        return numbers.stream()
                .map(number -> {
                    var told = new Told(number, person(), "u-" + mark(), sender, moment());
                    reports.put(number, told);
                    return told;
                })
                .toList();
    }

    /// Two reports of one sender about two people, which something in them must not join.
    void apart(LinkingTrap trap, Consumer<Told> one, Consumer<Told> other) {
        List<Told> pair = reports(2);
        one.accept(pair.get(0));
        other.accept(pair.get(1));
        plant(trap, pair.get(0), pair.get(1));
    }

    /// As [#apart(LinkingTrap, Consumer, Consumer)], with the same words in both.
    void apart(LinkingTrap trap, Consumer<Told> both) {
        apart(trap, both, both);
    }

    void plant(LinkingTrap trap, Told one, Told other) {
        planted.add(new Planted.Apart(
                trap, Math.min(one.number(), other.number()), Math.max(one.number(), other.number())));
    }

    /// Reports of one person, which an identifier of that kind shows in whatever spelling.
    void tell(ExactKind kind, List<Consumer<Told>> spellings) {
        List<Told> told = reports(spellings.size());
        for (int i = 0; i < told.size(); i++) {
            spellings.get(i).accept(told.get(i));
        }
        together(kind, told);
    }

    /// Reports of one person.
    void together(ExactKind kind, List<Told> told) {
        long person = person();
        told.forEach(one -> one.about(person));
        for (int i = 0; i < told.size(); i++) {
            for (int j = i + 1; j < told.size(); j++) {
                planted.add(new Planted.Together(
                        kind, told.get(i).number(), told.get(j).number()));
            }
        }
    }

    LinkingChapter finished() {
        return new LinkingChapter(reports.values().stream().map(Told::finished).toList(), planted);
    }
}
