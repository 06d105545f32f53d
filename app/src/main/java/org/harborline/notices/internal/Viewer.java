// SPDX-License-Identifier: Apache-2.0
package org.harborline.notices.internal;

import java.util.Objects;
import java.util.UUID;
import org.harborline.platform.Actor;
import org.harborline.platform.Permission;
import org.harborline.platform.PlatformProblem;
import org.harborline.platform.ProblemException;
import org.harborline.platform.Purpose;
import org.harborline.platform.RecordRef;
import org.jspecify.annotations.Nullable;

/// Who looks at questions, and from which side.
///
/// @param party the agency or company; absent for staff
record Viewer(Side side, @Nullable UUID party) {

    enum Side {
        STAFF,
        AGENCY,
        PROVIDER
    }

    static Viewer of(Actor actor) {
        return switch (actor.kind()) {
            case STAFF, SYSTEM -> {
                actor.require(Permission.REPORT_READ);
                yield new Viewer(Side.STAFF, null);
            }
            case AGENCY -> {
                actor.require(Permission.PACKAGE_READ);
                yield new Viewer(Side.AGENCY, party(actor));
            }
            case PROVIDER -> {
                if (!actor.may(Permission.QUESTION_ANSWER)) {
                    actor.require(Permission.COMPANY_READ);
                }
                yield new Viewer(Side.PROVIDER, party(actor));
            }
            case PUBLIC -> throw absent();
        };
    }

    private static UUID party(Actor actor) {
        RecordRef party = actor.party();
        if (party == null) {
            throw absent();
        }
        return UUID.fromString(party.id());
    }

    static ProblemException absent() {
        return new ProblemException(PlatformProblem.NOT_FOUND);
    }

    boolean sees(QuestionTable.Row row, java.time.Instant now) {
        return switch (side) {
            case STAFF -> true;
            case AGENCY -> Objects.equals(party, row.asked().agency());
            case PROVIDER ->
                row.asked().provider().equals(party) && !row.toldAt().isAfter(now);
        };
    }

    /// Why this side reads what is sealed.
    Purpose purpose() {
        return switch (side) {
            case STAFF -> Purpose.REFERRAL;
            case AGENCY -> Purpose.AGENCY_CASE;
            case PROVIDER -> Purpose.REPORTING_OBLIGATION;
        };
    }
}
