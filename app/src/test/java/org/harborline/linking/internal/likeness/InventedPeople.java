// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking.internal.likeness;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/// Invented people, some described twice with errors at known rates, some sharing a home.
final class InventedPeople {

    static final Fields FIELDS = new Fields(List.of(
            new Field("given", Kind.GIVEN_NAME),
            new Field("surname", Kind.SURNAME),
            new Field("born", Kind.BIRTH_DATE),
            new Field("street", Kind.STREET),
            new Field("house", Kind.HOUSE_NUMBER),
            new Field("town", Kind.LOCALITY)));

    private static final String[] SYLLABLES = {
        "ka", "lo", "mi", "ren", "tas", "vo", "del", "sun", "bar", "qui", "zel", "fro", "nim", "pal", "gus", "wen"
    };

    private final Random random;
    final List<Person> people = new ArrayList<>();
    final List<Integer> truth = new ArrayList<>();

    /// @param twice the share of persons who are described twice
    /// @param errors the share of values of a second description with a wrong letter
    /// @param homes the share of persons who live with the one before
    InventedPeople(long seed, int persons, double twice, double errors, double homes) {
        this(seed, persons, twice, errors, homes, 0);
    }

    /// @param moves the share of second descriptions with another address
    InventedPeople(long seed, int persons, double twice, double errors, double homes, double moves) {
        random = new Random(seed);
        List<String> before = List.of();
        for (int person = 0; person < persons; person++) {
            List<String> one = person(before, homes);
            add(person, one);
            if (random.nextDouble() < twice) {
                List<String> then = moves > 0 && random.nextDouble() < moves ? moved(one) : one;
                add(person, then.stream().map(value -> spoilt(value, errors)).toList());
            }
            before = one;
        }
    }

    private void add(int person, List<String> values) {
        truth.add(person);
        people.add(FIELDS.read(values.stream().map(List::of).toList()));
    }

    private List<String> person(List<String> before, double homes) {
        boolean shared = !before.isEmpty() && random.nextDouble() < homes;
        String born =
                "%04d-%02d-%02d".formatted(1940 + random.nextInt(70), 1 + random.nextInt(12), 1 + random.nextInt(28));
        return List.of(
                name(2, 60),
                shared ? before.get(1) : name(3, 400),
                born,
                shared ? before.get(3) : name(3, 900) + " street",
                shared ? before.get(4) : Integer.toString(1 + random.nextInt(150)),
                shared ? before.get(5) : name(4, 80));
    }

    private List<String> moved(List<String> one) {
        List<String> elsewhere = person(List.of(), 0);
        return Stream.concat(one.subList(0, 3).stream(), elsewhere.subList(3, 6).stream())
                .toList();
    }

    // one of so many names, the first ones more often
    private String name(int syllables, int names) {
        int number = (int) (names * Math.pow(random.nextDouble(), 1.5));
        var name = new StringBuilder();
        var letters = new Random(number * 31L + syllables);
        for (int i = 0; i < syllables; i++) {
            name.append(SYLLABLES[letters.nextInt(SYLLABLES.length)]);
        }
        return name.toString();
    }

    private String spoilt(String value, double errors) {
        if (random.nextDouble() >= errors) {
            return value;
        }
        int at = value.length() - 1;
        char other = Character.isDigit(value.charAt(at)) ? (char) ('0' + (value.charAt(at) - '0' + 3) % 10) : 'x';
        return value.substring(0, at) + other;
    }

    long truePairs() {
        return people.size() - truth.stream().distinct().count();
    }
}
