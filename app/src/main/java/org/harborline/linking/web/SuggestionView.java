// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.harborline.linking.Suggestion;
import org.jspecify.annotations.Nullable;

/// A suggestion as a waterfall: from what is known before any field is looked at, by what each field adds or takes, to
/// what is left.
///
/// @param steps in order, fields that one of the two does not say left out
/// @param weight the sum, in bits
record SuggestionView(Suggestion suggestion, List<Step> steps, double weight) {

    /// A field that adds or takes less says nothing.
    private static final double SAYS = 0.1;

    static SuggestionView of(Suggestion suggestion) {
        var drawn = new ArrayList<Drawn>();
        drawn.add(new Drawn(null, suggestion.start()));
        suggestion.parts().stream()
                .filter(part -> !part.level().value().equals("missing"))
                .forEach(part -> drawn.add(new Drawn(part, part.weight())));
        drawn.add(new Drawn(null, -suggestion.taken()));
        double sum = 0;
        double low = 0;
        double high = 0;
        for (Drawn one : drawn) {
            sum += one.bits();
            low = Math.min(low, sum);
            high = Math.max(high, sum);
        }
        var steps = new ArrayList<Step>();
        double before = 0;
        for (Drawn one : drawn) {
            double after = before + one.bits();
            double left = place(Math.min(before, after), low, high);
            steps.add(new Step(
                    one.part(),
                    one.bits(),
                    percent(left),
                    percent(Math.max(0.5, place(Math.max(before, after), low, high) - left))));
            before = after;
        }
        return new SuggestionView(suggestion, List.copyOf(steps), sum);
    }

    private static double place(double bits, double low, double high) {
        return 100 * (bits - low) / Math.max(1, high - low);
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.2f%%", share);
    }

    /// What is known before any field is looked at.
    public Step start() {
        return steps.getFirst();
    }

    /// What the fields add and take.
    public List<Step> fields() {
        return steps.subList(1, steps.size() - 1);
    }

    /// What other relations than being one person explain.
    public Step others() {
        return steps.getLast();
    }

    /// Fields that speak against it.
    public List<Step> against() {
        return fields().stream().filter(step -> step.bits() < -SAYS).toList();
    }

    /// Fields that speak for it.
    public List<Step> agreeing() {
        return fields().stream().filter(step -> step.bits() > SAYS).toList();
    }

    /// One step of the waterfall.
    ///
    /// @param part absent for the first and the last
    /// @param left where its bar begins, such as `12.50%`
    record Step(Suggestion.@Nullable Part part, double bits, String left, String width) {

        public String fieldKey() {
            return part == null ? "" : "linking.suggested.field." + part.field();
        }

        public String levelKey() {
            return part == null ? "" : "linking.suggested.level." + part.level();
        }

        public String bar() {
            return bits < 0 ? "hl-fall-against" : "hl-fall-for";
        }
    }

    private record Drawn(Suggestion.@Nullable Part part, double bits) {}
}
