// SPDX-License-Identifier: Apache-2.0
package org.harborline.referral.internal;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.harborline.intake.PartyRole;
import org.harborline.intake.ReceivedReport;
import org.harborline.platform.Code;
import org.harborline.referral.PackageDocument.Caution;
import org.harborline.triage.SafeguardingOutcome;
import org.jspecify.annotations.Nullable;

/// Signs that somebody reported may be a child or a victim. Printed first on the package and asked about before
/// referral.
final class PossibleChild {

    private static final int ADULT = 18;
    private static final Code BETWEEN_MINORS = Code.of("minorToMinorInteraction");
    private static final Code SELF_PRODUCTION = Code.of("possibleSelfProduction");

    private PossibleChild() {}

    /// Cautions from what the sender stated and from what a person found when checking.
    static List<Caution> cautions(ReceivedReport report, @Nullable SafeguardingOutcome checked) {
        var cautions = new ArrayList<Caution>();
        boolean first = true;
        for (var party : report.parties()) {
            if (party.role() == PartyRole.REPORTED_PERSON) {
                var reasons = signs(report, party);
                if (first) {
                    reasons.addAll(ofAll(report));
                    reasons.addAll(found(checked));
                }
                first = false;
                if (!reasons.isEmpty()) {
                    cautions.add(new Caution(party.role().name(), party.index(), reasons));
                }
            }
        }
        if (first) {
            var reasons = new ArrayList<>(ofAll(report));
            reasons.addAll(found(checked));
            if (!reasons.isEmpty()) {
                cautions.add(new Caution(PartyRole.REPORTED_PERSON.name(), 0, reasons));
            }
        }
        return cautions;
    }

    /// Whether the sender stated any sign, so that a person must check before referral.
    static boolean signs(ReceivedReport report) {
        return !cautions(report, null).isEmpty();
    }

    private static List<String> signs(ReceivedReport report, ReceivedReport.Party party) {
        var reasons = new ArrayList<String>();
        Integer age = party.statedAge();
        if (age != null && age < ADULT) {
            reasons.add("stated-age-under-18");
        }
        LocalDate born = party.statedBirthDate();
        // the incident's date, not today's: who was a child then is to be treated as one
        if (born != null
                && born.plusYears(ADULT)
                        .isAfter(report.incidentTime()
                                .instant()
                                .atOffset(ZoneOffset.UTC)
                                .toLocalDate())) {
            reasons.add("stated-birth-date-under-18");
        }
        if (Boolean.TRUE.equals(party.compromisedAccount())) {
            reasons.add("compromised-account");
        }
        return reasons;
    }

    private static List<String> ofAll(ReceivedReport report) {
        var reasons = new ArrayList<String>();
        if (report.annotations().contains(BETWEEN_MINORS)) {
            reasons.add("minor-to-minor");
        }
        if (report.items().stream().anyMatch(item -> item.flags().contains(SELF_PRODUCTION))) {
            reasons.add("possible-self-production");
        }
        return reasons;
    }

    private static List<String> found(@Nullable SafeguardingOutcome checked) {
        if (checked == null) {
            return List.of();
        }
        return switch (checked) {
            case MAY_BE_CHILD -> List.of("may-be-child");
            case MAY_BE_VICTIM -> List.of("may-be-victim");
            case CANNOT_BE_TOLD -> List.of("cannot-be-told");
            case SIGNS_DO_NOT_HOLD -> List.of();
        };
    }
}
