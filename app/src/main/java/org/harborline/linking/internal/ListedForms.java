// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking.internal;

import com.ibm.icu.text.Normalizer2;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import org.harborline.intake.IdentifierKind;
import org.harborline.intake.StatedIdentifier;

/// The forms by which a value is found on an operator's list: as it is written, and as its rule reads it, so that one
/// line covers every spelling. Neither depends on the sender or platform, of which a list says nothing.
final class ListedForms {

    private static final Normalizer2 FOLD = Normalizer2.getNFKCCasefoldInstance();
    private static final Pattern SEPARATORS = Pattern.compile("[\\s:./-]");

    /// Rules whose key is the value and nothing else. A number with an extension is not the number of the house.
    private static final Set<MatchRule> OF_THE_VALUE = Set.of(
            MatchRule.ACCOUNT_ANYWHERE,
            MatchRule.EMAIL_PROVIDER,
            MatchRule.EMAIL_FOLDED,
            MatchRule.PHONE,
            MatchRule.PHONE_EXTENSION,
            MatchRule.PHONE_NATIONAL,
            MatchRule.SCREEN_NAME_ANYWHERE,
            MatchRule.ADDRESS,
            MatchRule.PAYMENT_IBAN,
            MatchRule.PAYMENT_COIN,
            MatchRule.URL);

    private ListedForms() {}

    /// @param read what the rules make of it
    static Set<String> of(StatedIdentifier stated, Normalised read) {
        Set<String> forms = new HashSet<>();
        String folded = FOLD.normalize(stated.value().strip());
        forms.add(stated.kind() + "|" + folded);
        if (stated.kind() == IdentifierKind.DEVICE_ID) {
            forms.add("device|" + SEPARATORS.matcher(folded).replaceAll(""));
        }
        read.keys().stream()
                .filter(key -> OF_THE_VALUE.contains(key.rule()))
                .findFirst()
                .ifPresent(key -> forms.add(key.space() + "|" + key.value()));
        if (read.keys().stream().anyMatch(key -> key.rule().equals(MatchRule.PAYMENT_NAME))) {
            forms.add("payment-name|" + read.canonical());
        }
        return forms;
    }
}
