// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking.internal;

import com.ibm.icu.text.Normalizer2;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.harborline.intake.IdentifierKind;

/// Values that stand for "nothing here": placeholders and test entries. They are kept as stated and never compared.
final class VoidValues {

    private static final String EVERY_KIND = "ANY";
    private static final Normalizer2 FOLD = Normalizer2.getNFKCCasefoldInstance();

    /// Kinds that people write with separators or without.
    private static final Set<IdentifierKind> BARE =
            Set.of(IdentifierKind.PHONE, IdentifierKind.DEVICE_ID, IdentifierKind.PROVIDER_USER_ID);

    private static final Pattern SEPARATORS = Pattern.compile("[\\s:./()-]");

    private final Map<String, Set<String>> byKind = new HashMap<>();

    VoidValues() {
        for (List<String> line : RuleData.lines("void-values-2.txt")) {
            byKind.computeIfAbsent(line.getFirst(), _ -> new HashSet<>())
                    .add(String.join(" ", line.subList(1, line.size())));
        }
    }

    boolean contains(IdentifierKind kind, String value) {
        String folded = FOLD.normalize(value.strip());
        return folded.isEmpty()
                || (BARE.contains(kind)
                        && of(kind).contains(SEPARATORS.matcher(folded).replaceAll("")))
                || byKind.getOrDefault(EVERY_KIND, Set.of()).contains(folded)
                || of(kind).contains(folded)
                || folded.codePoints().allMatch(c -> c == '*' || c == '-' || c == '.' || c == '?' || c == '_');
    }

    private Set<String> of(IdentifierKind kind) {
        return byKind.getOrDefault(kind.name(), Set.of());
    }
}
