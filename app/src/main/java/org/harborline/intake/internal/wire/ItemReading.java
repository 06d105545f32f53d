// SPDX-License-Identifier: Apache-2.0
package org.harborline.intake.internal.wire;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.harborline.intake.ItemRelevance;
import org.harborline.intake.PartyRole;
import org.harborline.intake.ReceivedReport.Item;
import org.harborline.platform.Code;

/// Reads what a sender says about an item it keeps.
final class ItemReading {

    private ItemReading() {}

    static Item item(WireElement item) {
        return new Item(
                item.childValue("fileId").orElse(""),
                WireValues.stated(item, "fileViewedByEsp").orElse(null),
                WireValues.stated(item, "exifViewedByEsp").orElse(null),
                WireValues.stated(item, "publiclyAvailable").orElse(null),
                potentialMeme(item).orElse(null),
                item.childValue("uploadedToEspTimestamp")
                        .flatMap(WireTimes::time)
                        .orElse(null),
                item.childValue("fileRelevance").map(ItemReading::relevance).orElse(null),
                item.childValue(JsonFiling.BASIS)
                        .flatMap(ItemBasis::of)
                        .map(ItemBasis::basis)
                        .orElse(null),
                flags(item));
    }

    /// Said as a value of its own, which may be false, or as a flag, which may not.
    private static Optional<Boolean> potentialMeme(WireElement item) {
        return WireValues.stated(item, "potentialMeme")
                .or(() -> item.child("fileAnnotations")
                        .filter(holder -> holder.has("potentialMeme"))
                        .map(_ -> true));
    }

    private static ItemRelevance relevance(String stated) {
        return stated.equals("Reported") ? ItemRelevance.REPORTED : ItemRelevance.SUPPLEMENTAL;
    }

    private static Set<Code> flags(WireElement item) {
        Set<Code> flags = new HashSet<>();
        item.child("fileAnnotations")
                .ifPresent(holder -> holder.children().stream()
                        .map(WireElement::name)
                        .filter(ContentGate.KEPT_FLAGS::contains)
                        .forEach(name -> flags.add(Code.of(name))));
        if (WireValues.stated(item, "potentialMeme").orElse(false)) {
            flags.add(Code.of("potentialMeme"));
        }
        if (WireValues.stated(item, "exifViewedByEsp").orElse(false)) {
            flags.add(Code.of("exifViewedByEsp"));
        }
        if (item.childValue("fileRelevance")
                .filter(value -> !value.equals("Reported"))
                .isPresent()) {
            flags.add(Code.of("supplemental"));
        }
        return flags;
    }

    /// Addresses, devices, location and text of an item count as statements of the report.
    static void statements(WireElement item, Statements statements) {
        int index = statements.next(PartyRole.INCIDENT);
        String path = "/fileDetails[" + item.childValue("fileId").orElse("") + "]";
        var holder = new Holder(statements, PartyRole.INCIDENT, index, path, null, null);
        holder.captures(item);
        item.childValue("locationOfFile")
                .ifPresent(place ->
                        statements.identifier(IncidentReading.location(place, index, path + "/locationOfFile")));
        holder.text(item, "additionalInfo", "item.additional-info");
    }
}
