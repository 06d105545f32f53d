// SPDX-License-Identifier: Apache-2.0
package org.harborline.triage;

import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.harborline.intake.PartyRole;
import org.harborline.intake.ReceivedReport;
import org.harborline.platform.Code;

/// What the sender marked that makes a reported person or an associated account one of a possible child or victim. The
/// one computation: what holds a referral back, and what the package says first, must not differ.
///
/// @param role whose sign it is; the reported person where it is the report's as a whole
/// @param party which of them
public record ChildSign(PartyRole role, int party, Kind kind) {

    private static final int ADULT = 18;
    private static final Code BETWEEN_MINORS = Code.of("minorToMinorInteraction");
    private static final Code SELF_PRODUCTION = Code.of("possibleSelfProduction");
    private static final Set<PartyRole> REPORTED = Set.of(PartyRole.REPORTED_PERSON, PartyRole.ASSOCIATED_ACCOUNT);

    /// What was marked.
    public enum Kind {
        STATED_AGE,
        STATED_BIRTH_DATE,
        /// The sender says the age is not the stated one: nobody knows whether it is that of a child.
        AGE_IN_DOUBT,
        COMPROMISED_ACCOUNT,
        BETWEEN_MINORS,
        SELF_PRODUCTION
    }

    /// All signs of a report, in its order.
    public static List<ChildSign> in(ReceivedReport report) {
        var signs = new ArrayList<ChildSign>();
        report.parties().stream()
                .filter(party -> REPORTED.contains(party.role()))
                .forEach(party -> ofParty(report, party)
                        .forEach(kind -> signs.add(new ChildSign(party.role(), party.index(), kind))));
        ofAll(report).forEach(kind -> signs.add(new ChildSign(PartyRole.REPORTED_PERSON, 0, kind)));
        return List.copyOf(signs);
    }

    private static List<Kind> ofParty(ReceivedReport report, ReceivedReport.Party party) {
        var kinds = new ArrayList<Kind>();
        Integer age = party.statedAge();
        if (age != null && age < ADULT) {
            kinds.add(Kind.STATED_AGE);
        }
        if (bornTooLate(party, report)) {
            kinds.add(Kind.STATED_BIRTH_DATE);
        }
        if (Boolean.TRUE.equals(party.ageAssertionDiscrepancy())) {
            kinds.add(Kind.AGE_IN_DOUBT);
        }
        if (Boolean.TRUE.equals(party.compromisedAccount())) {
            kinds.add(Kind.COMPROMISED_ACCOUNT);
        }
        return kinds;
    }

    /// Age at the incident, because that is what makes somebody a child in it.
    private static boolean bornTooLate(ReceivedReport.Party party, ReceivedReport report) {
        LocalDate born = party.statedBirthDate();
        LocalDate incident = LocalDate.ofInstant(report.incidentTime().instant(), ZoneOffset.UTC);
        return born != null && Period.between(born, incident).getYears() < ADULT;
    }

    private static List<Kind> ofAll(ReceivedReport report) {
        var kinds = new ArrayList<Kind>();
        if (report.annotations().contains(BETWEEN_MINORS)) {
            kinds.add(Kind.BETWEEN_MINORS);
        }
        if (report.items().stream().anyMatch(item -> item.flags().contains(SELF_PRODUCTION))) {
            kinds.add(Kind.SELF_PRODUCTION);
        }
        return kinds;
    }
}
