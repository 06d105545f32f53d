// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking.internal;

import static org.harborline.linking.internal.Profile.ALIAS;
import static org.harborline.linking.internal.Profile.BORN;
import static org.harborline.linking.internal.Profile.EMAIL;
import static org.harborline.linking.internal.Profile.NAME;
import static org.harborline.linking.internal.Profile.PHONE;
import static org.harborline.linking.internal.Profile.POSTCODE;
import static org.harborline.linking.internal.Profile.TOWN;
import static org.harborline.linking.internal.likeness.BlockingPart.Form.DAY_AND_MONTH;
import static org.harborline.linking.internal.likeness.BlockingPart.Form.END;
import static org.harborline.linking.internal.likeness.BlockingPart.Form.SOUND;
import static org.harborline.linking.internal.likeness.BlockingPart.Form.START;
import static org.harborline.linking.internal.likeness.BlockingPart.Form.WHOLE;
import static org.harborline.linking.internal.likeness.BlockingPart.Form.YEAR_AND_MONTH;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.harborline.linking.internal.likeness.Blocking;
import org.harborline.linking.internal.likeness.BlockingKey;
import org.harborline.linking.internal.likeness.BlockingPart;
import org.harborline.linking.internal.likeness.BlockingPart.Form;
import org.harborline.linking.internal.likeness.Person;

/// Which two things two descriptions must share to be compared at all. None is of one field: in a stolen database
/// it would show by its frequency which name it stands for. Names and handles are never combined, because the one is
/// often made of the other.
enum BlockingRule {
    NAME_BIRTH_DATE(NAME, SOUND, BORN, WHOLE, 1e-7),
    NAME_BIRTHDAY(NAME, SOUND, BORN, DAY_AND_MONTH, 3e-6),
    NAME_BIRTH_MONTH(NAME, SOUND, BORN, YEAR_AND_MONTH, 2e-6),
    NAME_START_BIRTH_DATE(NAME, START, BORN, WHOLE, 2e-7),
    NAME_END_BIRTH_DATE(NAME, END, BORN, WHOLE, 2e-7),
    NAME_POSTCODE(NAME, SOUND, POSTCODE, WHOLE, 5e-6),
    NAME_TOWN(NAME, SOUND, TOWN, SOUND, 5e-5),
    NAME_PHONE(NAME, SOUND, PHONE, END, 1e-7),
    ALIAS_START_BIRTH_DATE(ALIAS, START, BORN, WHOLE, 2e-7),
    ALIAS_END_BIRTH_DATE(ALIAS, END, BORN, WHOLE, 2e-7),
    ALIAS_POSTCODE(ALIAS, START, POSTCODE, WHOLE, 1e-5),
    EMAIL_BIRTH_DATE(EMAIL, START, BORN, WHOLE, 2e-7),
    PHONE_BIRTH_DATE(PHONE, END, BORN, WHOLE, 1e-8),
    BIRTH_DATE_POSTCODE(BORN, WHOLE, POSTCODE, WHOLE, 5e-7);

    /// Rises when a rule would make any key differently.
    static final int VERSION = 1;

    private final String first;
    private final Form firstForm;
    private final String second;
    private final Form secondForm;
    private final double share;

    BlockingRule(String first, Form firstForm, String second, Form secondForm, double share) {
        this.first = first;
        this.firstForm = firstForm;
        this.second = second;
        this.secondForm = secondForm;
        this.share = share;
    }

    /// The parts, and the share of the population that one key is expected to gather before anything was counted.
    BlockingKey key() {
        return new BlockingKey(
                List.of(new BlockingPart(first, firstForm), new BlockingPart(second, secondForm)), share);
    }

    /// All of them, for a model that was learnt from nobody.
    static Blocking all() {
        return new Blocking(keys());
    }

    static List<BlockingKey> keys() {
        return Arrays.stream(values()).map(BlockingRule::key).toList();
    }

    /// The rules that a model uses: those that were found to be rare enough.
    static List<BlockingRule> of(Blocking blocking) {
        return blocking.keys().stream().flatMap(key -> of(key).stream()).toList();
    }

    private static Optional<BlockingRule> of(BlockingKey key) {
        return Arrays.stream(values())
                .filter(rule -> rule.key().parts().equals(key.parts()))
                .findFirst();
    }

    /// The keys of a description, in clear.
    Set<String> keysOf(Person person) {
        return key().of(person, Profile.FIELDS);
    }

    /// Keeps the keys of each rule and version apart when they are made blind.
    String space() {
        return "likeness-" + VERSION + "/" + name();
    }
}
