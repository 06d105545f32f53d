// SPDX-License-Identifier: Apache-2.0
package org.harborline.referral.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.harborline.intake.AccountStanding;
import org.harborline.intake.AssociatedAs;
import org.harborline.intake.CaptureEvent;
import org.harborline.intake.IdentifierKind;
import org.harborline.intake.IncidentType;
import org.harborline.intake.ItemRelevance;
import org.harborline.intake.PartyRole;
import org.harborline.intake.ReceivedReport;
import org.harborline.intake.ReportNumber;
import org.harborline.intake.StatedIdentifier;
import org.harborline.intake.StatedTime;
import org.harborline.intake.ViewingBasis;
import org.harborline.platform.Code;

/// A report in which the sender said everything that can be said, once.
final class Said {

    private Said() {}

    static ReceivedReport everything() {
        return new ReceivedReport(
                new ReportNumber(1_042_318),
                new UUID(0, 7),
                "Example Chat Mobile",
                IncidentType.ENTICEMENT,
                time(1),
                Set.of(Code.of("sextortion")),
                true,
                true,
                List.of(account()),
                List.of(identifier()),
                List.of(new ReceivedReport.StatedLocation(
                        Code.of("estimated-location"),
                        PartyRole.ASSOCIATED_ACCOUNT,
                        0,
                        "Portland",
                        "OR",
                        "97201",
                        "US",
                        false,
                        time(10),
                        "/report/victim[1]/associatedAccount[1]/estimatedLocation")),
                List.of(new ReceivedReport.Hosting(0, true, "/report/internetDetails[1]/webPageIncident")),
                List.of(new ReceivedReport.Item(
                        "88-A",
                        true,
                        false,
                        true,
                        false,
                        time(11),
                        ItemRelevance.REPORTED,
                        ViewingBasis.VIEWED_BY_PERSON,
                        Set.of(Code.of("mark")))),
                List.of(new ReceivedReport.TextSection(
                        Code.of("incident.additional-info"), 0, "[synthetic narrative 18]")),
                new ReceivedReport.PriorAgency("Example County Police", "C-18", true, false, true, "ES"));
    }

    /// A report whose only text is what the sender says to agencies.
    static ReceivedReport toAgencies() {
        ReceivedReport all = everything();
        return new ReceivedReport(
                all.number(),
                all.provider(),
                all.service(),
                all.incidentType(),
                all.incidentTime(),
                all.annotations(),
                all.escalated(),
                all.batched(),
                all.parties(),
                all.identifiers(),
                all.locations(),
                all.hostings(),
                all.items(),
                List.of(new ReceivedReport.TextSection(
                        Code.of("sender.agency-contact"), 0, "email: agencies@chat.example")),
                all.priorAgency());
    }

    private static ReceivedReport.Party account() {
        return new ReceivedReport.Party(
                PartyRole.ASSOCIATED_ACCOUNT,
                0,
                44,
                LocalDate.of(1982, 3, 2),
                true,
                true,
                false,
                new AccountStanding(
                        disabling(2), disabling(5), false, AssociatedAs.BILLING, "Example Games", "Example Platform"),
                "/report/victim[1]/associatedAccount[1]");
    }

    private static StatedIdentifier identifier() {
        return new StatedIdentifier(
                IdentifierKind.IP_ADDRESS,
                "203.0.113.9",
                "[synthetic qualifier 1]",
                "Home",
                PartyRole.ASSOCIATED_ACCOUNT,
                0,
                CaptureEvent.UPLOAD,
                time(8),
                40_021,
                new StatedIdentifier.Quality(false, time(9), false, false, false),
                "/report/victim[1]/associatedAccount[1]/ipCaptureEvent[1]");
    }

    private static AccountStanding.Disabling disabling(int hour) {
        return new AccountStanding.Disabling(true, time(hour), false, time(hour + 1), time(hour + 2));
    }

    private static StatedTime time(int hour) {
        var instant = Instant.parse("2026-03-02T00:14:00Z").plusSeconds(3600L * hour);
        var offset = ZoneOffset.ofHours(2);
        return new StatedTime(instant, instant.atOffset(offset).toString(), offset);
    }
}
