// SPDX-License-Identifier: Apache-2.0
package org.harborline.intake.internal.wire;

import java.util.List;
import org.harborline.intake.IdentifierKind;
import org.harborline.intake.PartyRole;
import org.harborline.intake.ReceivedReport.Hosting;
import org.harborline.intake.StatedIdentifier;
import org.harborline.intake.StatedIdentifier.Quality;
import org.jspecify.annotations.Nullable;

/// Reads the incident itself: its summary and where it happened.
final class IncidentReading {

    private final Statements statements;

    IncidentReading(Statements statements) {
        this.statements = statements;
    }

    void read(WireElement report) {
        report.child("incidentSummary").ifPresent(summary -> {
            summary.childValue(Escalations.ELEMENT).ifPresent(text -> statements.text("escalation.reason", text));
            summary.childValue("incidentDateTimeDescription")
                    .ifPresent(text -> statements.text("incident.time-description", text));
        });
        List<WireElement> details = report.all("internetDetails");
        for (int i = 0; i < details.size(); i++) {
            String path = "/report/internetDetails[" + (i + 1) + "]";
            details.get(i).children().stream()
                    .filter(kind -> !kind.name().equals(Unrecognised.ELEMENT))
                    .forEach(kind -> incident(kind, path + "/" + kind.name()));
        }
    }

    private void incident(WireElement kind, String path) {
        int index = statements.next(PartyRole.INCIDENT);
        @Nullable
        Boolean thirdParty =
                kind.attribute("thirdPartyHostedContent").map(WireValues::truth).orElse(null);
        if (thirdParty != null) {
            statements.hosting(new Hosting(index, thirdParty, path));
        }
        var holder = new Holder(statements, PartyRole.INCIDENT, index, path, null, thirdParty);
        holder.each(kind, "url", IdentifierKind.URL, null);
        holder.each(kind, "emailAddress", IdentifierKind.EMAIL, null);
        holder.each(kind, "name", IdentifierKind.GROUP, "newsgroup");
        holder.each(
                kind,
                "chatRoomName",
                IdentifierKind.GROUP,
                kind.childValue("chatClient").orElse(null));
        holder.phones(kind, "phoneNumber");
        holder.addresses(kind, "incidentAddress", "address-incident");
        holder.captures(kind);
        holder.text(kind, "content", "incident.content");
        holder.text(kind, "additionalInfo", "incident.additional-info");
        holder.text(kind, "locationName", "incident.location-name");
        holder.text(kind, "chatClient", "incident.chat-client");
        holder.text(kind, "gameName", "incident.game-name");
        holder.text(kind, "console", "incident.console");
        holder.text(kind, "client", "incident.p2p-client");
        coordinates(kind);
    }

    private void coordinates(WireElement kind) {
        if (kind.has("latitude") || kind.has("longitude")) {
            statements.text(
                    "incident.coordinates",
                    kind.childValue("latitude").orElse("?") + ", "
                            + kind.childValue("longitude").orElse("?"));
        }
    }

    /// The place where an item lies, as an identifier of the incident.
    static StatedIdentifier location(String value, int party, String path) {
        return new StatedIdentifier(
                IdentifierKind.URL,
                value,
                null,
                null,
                PartyRole.INCIDENT,
                party,
                null,
                null,
                null,
                Quality.UNSTATED,
                path);
    }
}
