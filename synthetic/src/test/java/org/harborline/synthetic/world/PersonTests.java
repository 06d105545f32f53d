// SPDX-License-Identifier: Apache-2.0
package org.harborline.synthetic.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class PersonTests {

    private static final int MANY = 100_000;

    @Test
    void hasNothingInCommonWithAnybodyElse() {
        assertThat(distinct(p -> p.mailbox("mail.example"))).isEqualTo(MANY);
        assertThat(distinct(Person::screenName)).isEqualTo(MANY);
        assertThat(distinct(Person::imei)).isEqualTo(MANY);
        assertThat(distinct(Person::network)).isEqualTo(MANY);
        for (Sender sender : Senders.ALL.subList(0, 8)) {
            assertThat(distinct(p -> p.accountAt(sender))).isEqualTo(MANY);
        }
    }

    @Test
    void hasDeviceNumbersWithARightCheckDigit() {
        assertThat(LongStream.range(1, 1_000).mapToObj(n -> new Person(9, n).imei()))
                .allMatch(imei -> imei.length() == 15 && luhn(imei) % 10 == 0);
    }

    @Test
    void hasATelephoneNumberUntilTheBookIsUsedUp() {
        var book = new PhoneBook(4);
        int chapters = PhoneBook.SIZE / PhoneBook.PER_CHAPTER;
        var numbers = new HashSet<String>();
        for (int chapter = 0; chapter < chapters; chapter++) {
            for (int place = 0; place < PhoneBook.PER_CHAPTER; place++) {
                numbers.add(book.number(chapter, place).orElseThrow());
            }
        }

        assertThat(numbers).hasSize(PhoneBook.SIZE).allMatch(n -> n.matches("[2-9]\\d\\d55501\\d\\d"));
        assertThat(book.number(chapters, 0)).isEmpty();
        assertThat(book.number(0, PhoneBook.PER_CHAPTER)).isEmpty();
    }

    @Test
    void goesOnWithoutTelephonesAfterThat() {
        long late = (long) PhoneBook.SIZE * Chapter.SIZE / PhoneBook.PER_CHAPTER + 1;
        var reports = SyntheticReports.seeded(4).from(late).limit(Chapter.SIZE).toList();

        assertThat(reports).hasSize(Chapter.SIZE);
        assertThat(reports.stream().flatMap(r -> r.clues().stream()))
                .noneMatch(clue -> clue.kind() == IdentifierKind.PHONE);
        assertThat(Truth.of(reports).expectedLinks()).isNotEmpty();
    }

    private static long distinct(Function<Person, String> value) {
        return LongStream.rangeClosed(1, MANY)
                .mapToObj(n -> value.apply(new Person(9, n)))
                .distinct()
                .count();
    }

    private static int luhn(String digits) {
        return IntStream.range(0, digits.length())
                .map(i -> {
                    int digit = digits.charAt(digits.length() - 1 - i) - '0';
                    int value = i % 2 == 1 ? digit * 2 : digit;
                    return value > 9 ? value - 9 : value;
                })
                .sum();
    }
}
