// SPDX-License-Identifier: Apache-2.0
package org.harborline.intake.internal.wire;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.harborline.intake.ViewingBasis;
import tools.jackson.databind.JsonNode;

/// On what a sender says whether it viewed an item, as it is written.
record ItemBasis(ViewingBasis basis) {

    static Optional<ItemBasis> of(String code) {
        return Stream.of(ViewingBasis.values())
                .filter(one -> code(one).equals(code))
                .findFirst()
                .map(ItemBasis::new);
    }

    static List<String> codes() {
        return Stream.of(ViewingBasis.values()).map(ItemBasis::code).toList();
    }

    private static String code(ViewingBasis basis) {
        return basis.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    String code() {
        return code(basis);
    }

    /// Whether it cannot be true beside what is said about viewing. Absent contradicts nothing.
    boolean contradicts(JsonNode viewed) {
        return switch (basis) {
            case VIEWED_BY_PERSON -> viewed.isBoolean() && !viewed.asBoolean();
            case MATCH_ONLY, CLASSIFIER_ONLY, USER_REPORT_ONLY -> viewed.isBoolean() && viewed.asBoolean();
            case UNKNOWN -> false;
        };
    }
}
