// SPDX-License-Identifier: Apache-2.0
package org.harborline.triage.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.harborline.platform.Code;
import org.harborline.triage.Designation;

/// Turns a report and those it is linked with into a question to the table, and names the linked reports in the answer.
final class Questions {

    static final String LINKED_WITH_P1 = "linked-with-p1";
    private static final String REPEAT = "repeat-after-";
    /// A reason per linked report explains; beyond this it buries.
    private static final int NAMED = 10;

    private Questions() {}

    static RuleVector vector(Standing report, Collection<Standing> linked) {
        var answers = new EnumMap<RuleInput, String>(RuleInput.class);
        answers.put(RuleInput.CATEGORY, report.filed.category());
        report.filed.marks().forEach(mark -> RuleInput.find(mark).ifPresent(input -> answers.put(input, "yes")));
        report.yes.forEach(fact -> answers.put(input(fact), "yes"));
        report.no.forEach(fact -> answers.put(input(fact), "no"));
        answers.put(RuleInput.REPEAT, repeat(report, linked));
        answers.put(RuleInput.SENDERS, senders(report, linked));
        answers.put(RuleInput.REPORTS, howMany(1 + linked.size()));
        answers.put(RuleInput.LINKED_WITH_P1, linked.stream().anyMatch(Standing::isP1) ? "yes" : "no");
        return new RuleVector(answers);
    }

    /// The verdict with each reason that rests on linked reports said once per report.
    static Verdict naming(Verdict verdict, Standing report, Collection<Standing> linked) {
        var matches = new ArrayList<Verdict.Match>();
        for (Verdict.Match match : verdict.matches()) {
            switch (match.reason().value()) {
                case LINKED_WITH_P1 -> matches.addAll(named(match, linked, Standing::isP1));
                case REPEAT + "actionable" ->
                    matches.addAll(named(match, linked, other -> repeats(report, other, Designation.ACTIONABLE)));
                case REPEAT + "informational" ->
                    matches.addAll(named(match, linked, other -> repeats(report, other, Designation.INFORMATIONAL)));
                default -> matches.add(match);
            }
        }
        return new Verdict(verdict.tableVersion(), matches);
    }

    private static List<Verdict.Match> named(
            Verdict.Match match, Collection<Standing> linked, Predicate<Standing> which) {
        return linked.stream()
                .filter(which)
                .map(other -> other.filed.report())
                .sorted()
                .limit(NAMED)
                .map(other -> new Verdict.Match(match.level(), Code.of(match.reason() + ":" + other)))
                .toList();
    }

    private static RuleInput input(Code fact) {
        return RuleInput.valueOf(fact.value().toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    private static String repeat(Standing report, Collection<Standing> linked) {
        if (linked.stream().anyMatch(other -> repeats(report, other, Designation.ACTIONABLE))) {
            return "after-actionable";
        }
        return linked.stream().anyMatch(other -> repeats(report, other, Designation.INFORMATIONAL))
                ? "after-informational"
                : "no";
    }

    /// Whether the other was designated so when this one was filed. What is designated later is not repeated.
    private static boolean repeats(Standing report, Standing other, Designation designation) {
        return other.designationAt(report.filed.filedAt())
                .filter(designation::equals)
                .isPresent();
    }

    private static String senders(Standing report, Collection<Standing> linked) {
        var senders = new HashSet<>();
        senders.add(report.filed.provider());
        linked.forEach(other -> senders.add(other.filed.provider()));
        return howMany(senders.size());
    }

    private static String howMany(int number) {
        return switch (number) {
            case 1 -> "one";
            case 2 -> "two";
            default -> "three-or-more";
        };
    }
}
