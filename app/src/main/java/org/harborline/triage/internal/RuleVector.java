// SPDX-License-Identifier: Apache-2.0
package org.harborline.triage.internal;

import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;

/// One complete set of answers to a priority table. Whatever is not given is unknown, or no where unknown does not
/// exist.
record RuleVector(Map<RuleInput, String> answers) {

    RuleVector {
        var complete = new EnumMap<RuleInput, String>(RuleInput.class);
        for (RuleInput input : RuleInput.values()) {
            String answer = answers.getOrDefault(input, unstated(input));
            if (!input.answers().contains(answer)) {
                throw new IllegalArgumentException("not an answer to " + input.key());
            }
            complete.put(input, answer);
        }
        answers = Map.copyOf(complete);
    }

    /// As the decision engine wants it.
    Map<String, Object> variables() {
        return answers.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(entry -> entry.getKey().key(), Map.Entry::getValue));
    }

    private static String unstated(RuleInput input) {
        if (input == RuleInput.SENDERS || input == RuleInput.REPORTS) {
            return "one";
        }
        return input.answers().contains("unknown") ? "unknown" : "no";
    }
}
