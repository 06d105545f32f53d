// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking.internal;

import org.harborline.intake.StatedIdentifier;
import org.harborline.linking.Strength;
import org.harborline.platform.Code;

/// Groups and channels: the same group, not the same person.
final class GroupRules implements KindRules {

    static final Code MANY_PEOPLE = Code.of("many-people");

    @Override
    public Normalised apply(StatedIdentifier stated, Origin origin) {
        String id = stated.value().strip();
        return Normalised.of(
                        id,
                        new MatchKey(MatchRule.GROUP, Strength.CONTEXT, "group", origin.platformOf(stated) + "|" + id))
                .weakened(Strength.CONTEXT, MANY_PEOPLE);
    }
}
