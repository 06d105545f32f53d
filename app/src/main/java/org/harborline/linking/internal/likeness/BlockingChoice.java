// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking.internal.likeness;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Chooses blocking keys from what a population shows: which composites are rare enough, and which of them
/// together find pairs that are likely of one person.
final class BlockingChoice {

    private static final int MOST_KEYS = 48;
    private static final double FIRST_PAIRS = 300_000;
    private static final double FIRST_PAIRS_EACH = 60;
    private static final double MOST_FIRST_PAIRS = 400_000;
    /// Being found by a second key is worth something, because an error in a field loses the first.
    private static final double SECOND = 0.2;

    /// At least two parts must each say something by themselves, or the key would be one of a single field in
    /// disguise.
    private static final double LARGEST_SHARE_OF_A_PART = 0.05;

    private static final int ENOUGH_TO_COUNT = 15_000;

    private final PartCodes codes;
    private final double[] parts;
    private final double persons;
    private final Map<Integer, Double> shares = new HashMap<>();

    /// @param parts for each description, what part of a person it stands for
    BlockingChoice(PartCodes codes, double[] parts) {
        this.codes = codes;
        this.parts = some(parts);
        this.persons = Math.max(2, Arrays.stream(this.parts).sum());
    }

    // of a large population every so-manieth is counted
    private static double[] some(double[] parts) {
        int step = 1 + parts.length / ENOUGH_TO_COUNT;
        double[] some = new double[parts.length];
        for (int i = 0; i < parts.length; i += step) {
            some[i] = parts[i];
        }
        return some;
    }

    /// Keys to learn from, before anything is known: for any two fields the composite that gathers most, as far
    /// as it stays in its part of what there is time for. They are never stored.
    List<BlockingKey> first(int people) {
        Map<List<Integer>, List<BlockingKey>> byFields = new HashMap<>();
        for (BlockingKey key : pairs()) {
            byFields.computeIfAbsent(
                            key.parts().stream()
                                    .map(part -> codes.field(codes.number(part)))
                                    .toList(),
                            _ -> new ArrayList<>())
                    .add(key);
        }
        double total = people * (people - 1.0) / 2;
        double each = Math.max(FIRST_PAIRS, FIRST_PAIRS_EACH * people) / byFields.size() / total;
        return byFields.values().stream()
                .flatMap(keys -> first(keys, each, MOST_FIRST_PAIRS / total))
                .toList();
    }

    // the rarest even beyond its part: where persons have many descriptions, these make every key look common
    private static Stream<BlockingKey> first(List<BlockingKey> keys, double each, double most) {
        Comparator<BlockingKey> byShare = Comparator.comparingDouble(BlockingKey::share);
        List<BlockingKey> gathering = keys.stream()
                .filter(key -> key.share() <= each)
                .sorted(byShare.reversed())
                .limit(2)
                .toList();
        return gathering.isEmpty()
                ? keys.stream().min(byShare).filter(key -> key.share() <= most).stream()
                : gathering.stream();
    }

    /// Keys that are rare enough to be stored, chosen so that they find the given pairs, most of them twice.
    ///
    /// @param likely pairs that are almost surely of one person
    Blocking best(Pairs likely) {
        List<BlockingKey> allowed = allowed();
        List<BitSet> found = allowed.stream().map(key -> found(key, likely)).toList();
        var once = new BitSet();
        var twice = new BitSet();
        var chosen = new ArrayList<BlockingKey>();
        while (chosen.size() < Math.min(MOST_KEYS, allowed.size())) {
            int best = -1;
            double most = 0;
            for (int i = 0; i < allowed.size(); i++) {
                double gain = gain(found.get(i), once, twice)
                        * (1 - 1000 * allowed.get(i).share());
                if (gain > most && !chosen.contains(allowed.get(i))) {
                    most = gain;
                    best = i;
                }
            }
            if (best < 0) {
                break;
            }
            chosen.add(allowed.get(best));
            var again = (BitSet) found.get(best).clone();
            again.and(once);
            twice.or(again);
            once.or(found.get(best));
        }
        return new Blocking(chosen);
    }

    /// Those of given rules that are rare enough in this population, each with the share that it has here.
    Blocking among(List<BlockingKey> rules) {
        return new Blocking(rules.stream()
                .map(rule -> key(rule.parts()))
                .filter(key -> key.share() <= Blocking.LARGEST_SHARE && hides(key))
                .toList());
    }

    private static double gain(BitSet found, BitSet once, BitSet twice) {
        var fresh = (BitSet) found.clone();
        fresh.andNot(once);
        var again = (BitSet) found.clone();
        again.and(once);
        again.andNot(twice);
        return fresh.cardinality() + SECOND * again.cardinality();
    }

    private BitSet found(BlockingKey key, Pairs likely) {
        var found = new BitSet(likely.size());
        int[] numbers = key.parts().stream().mapToInt(codes::number).toArray();
        for (int pair = 0; pair < likely.size(); pair++) {
            found.set(pair, codes.shared(numbers, likely.left(pair), likely.right(pair)));
        }
        return found;
    }

    private List<BlockingKey> allowed() {
        var allowed = new ArrayList<BlockingKey>();
        var common = new ArrayList<BlockingKey>();
        for (BlockingKey key : pairs()) {
            if (key.share() <= Blocking.LARGEST_SHARE && hides(key)) {
                allowed.add(key);
            } else if (key.share() < 100 * Blocking.LARGEST_SHARE) {
                common.add(key);
            }
        }
        for (BlockingKey key : common) {
            for (int part = 0; part < codes.size(); part++) {
                longer(key, part)
                        .filter(longer -> longer.share() <= Blocking.LARGEST_SHARE && hides(longer))
                        .ifPresent(allowed::add);
            }
        }
        return allowed;
    }

    // a date of birth with one of two sexes would stand for the date
    private boolean hides(BlockingKey key) {
        return key.parts().stream()
                        .filter(part -> shares.getOrDefault(codes.number(part), 1.0) <= LARGEST_SHARE_OF_A_PART)
                        .count()
                > 1;
    }

    // a third part stands after the others, so that each composite is tried once
    private Optional<BlockingKey> longer(BlockingKey key, int part) {
        if (part <= codes.number(key.parts().getLast())
                || codes.field(part) == codes.field(codes.number(key.parts().getLast()))) {
            return Optional.empty();
        }
        var parts = new ArrayList<>(key.parts());
        parts.add(codes.part(part));
        return Optional.of(key(parts));
    }

    // a town and its postcode are one fact, told twice
    private List<BlockingKey> pairs() {
        var keys = new ArrayList<BlockingKey>();
        for (int a = 0; a < codes.size(); a++) {
            for (int b = a + 1; b < codes.size(); b++) {
                if (codes.field(a) != codes.field(b) && !(codes.area(a) && codes.area(b))) {
                    keys.add(key(List.of(codes.part(a), codes.part(b))));
                }
            }
        }
        return keys;
    }

    // as counted, and not less than if the parts had nothing to do with each other
    private BlockingKey key(List<BlockingPart> of) {
        double independent = 1;
        for (BlockingPart part : of) {
            independent *= shares.computeIfAbsent(
                    codes.number(part), number -> share(codes.others(new int[] {number}, parts)));
        }
        if (independent > 1000 * Blocking.LARGEST_SHARE) {
            return new BlockingKey(of, independent);
        }
        double others = codes.others(of.stream().mapToInt(codes::number).toArray(), parts);
        // of few persons none may meet by chance; then only what the parts show by themselves is known
        return new BlockingKey(of, others < 0.5 ? independent : Math.max(independent, share(others)));
    }

    private double share(double others) {
        return Math.min(1, (others + 1) / (persons * (persons - 1)));
    }
}
