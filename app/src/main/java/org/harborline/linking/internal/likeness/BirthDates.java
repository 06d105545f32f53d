// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking.internal.likeness;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads dates in the orders in which they are written, as eight digits: year, month, day. What is no date stays
/// the digits that it is, so that a wrong digit can still be seen as one.
final class BirthDates {

    private static final Pattern YEAR_FIRST = Pattern.compile("(\\d{4})[-/. ](\\d{1,2})[-/. ](\\d{1,2})(?:[t ].*)?");
    private static final Pattern YEAR_LAST = Pattern.compile("(\\d{1,2})[-/. ](\\d{1,2})[-/. ](\\d{4})");
    private static final Pattern MONTH_IN_WORDS = Pattern.compile("(\\d{1,2})[-/. ]+([a-z]{3})[a-z]*[-/., ]+(\\d{4})");
    private static final Pattern NO_DIGIT = Pattern.compile("[^0-9]+");
    private static final Map<String, Integer> MONTHS = Map.ofEntries(
            Map.entry("jan", 1),
            Map.entry("feb", 2),
            Map.entry("mar", 3),
            Map.entry("apr", 4),
            Map.entry("may", 5),
            Map.entry("jun", 6),
            Map.entry("jul", 7),
            Map.entry("aug", 8),
            Map.entry("sep", 9),
            Map.entry("oct", 10),
            Map.entry("nov", 11),
            Map.entry("dec", 12));

    private BirthDates() {}

    static String digits(String text) {
        Matcher yearFirst = YEAR_FIRST.matcher(text);
        if (yearFirst.matches()) {
            return joined(yearFirst.group(1), number(yearFirst.group(2)), number(yearFirst.group(3)));
        }
        Matcher yearLast = YEAR_LAST.matcher(text);
        if (yearLast.matches()) {
            return dayFirst(yearLast.group(3), number(yearLast.group(1)), number(yearLast.group(2)));
        }
        Matcher inWords = MONTH_IN_WORDS.matcher(text);
        if (inWords.matches() && MONTHS.containsKey(inWords.group(2))) {
            return joined(inWords.group(3), MONTHS.get(inWords.group(2)), number(inWords.group(1)));
        }
        String digits = NO_DIGIT.matcher(text).replaceAll("");
        return yearAtTheEnd(digits) ? dayFirst(digits.substring(4), pair(digits, 0), pair(digits, 2)) : digits;
    }

    /// Year, month and day, where there are eight digits.
    static List<String> parts(String digits) {
        return digits.length() == 8
                ? List.of(digits.substring(0, 4), digits.substring(4, 6), digits.substring(6))
                : List.of();
    }

    private static boolean yearAtTheEnd(String digits) {
        return digits.length() == 8
                && !(digits.startsWith("19") || digits.startsWith("20") || digits.startsWith("18"))
                && (digits.startsWith("19", 4) || digits.startsWith("20", 4));
    }

    // day before month, unless that cannot be; a set that writes the month first is wrong in all its dates alike
    private static String dayFirst(String year, int first, int second) {
        return second > 12 ? joined(year, first, second) : joined(year, second, first);
    }

    private static String joined(String year, int month, int day) {
        return year + two(month) + two(day);
    }

    private static String two(int number) {
        return number < 10 ? "0" + number : Integer.toString(number);
    }

    private static int pair(String digits, int from) {
        return number(digits.substring(from, from + 2));
    }

    private static int number(String digits) {
        return Integer.parseInt(digits);
    }
}
