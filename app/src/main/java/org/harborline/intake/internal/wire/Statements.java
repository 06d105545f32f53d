// SPDX-License-Identifier: Apache-2.0
package org.harborline.intake.internal.wire;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.harborline.intake.PartyRole;
import org.harborline.intake.ReceivedReport.Hosting;
import org.harborline.intake.ReceivedReport.Party;
import org.harborline.intake.ReceivedReport.StatedLocation;
import org.harborline.intake.ReceivedReport.TextSection;
import org.harborline.intake.StatedIdentifier;
import org.harborline.platform.Code;

/// Collects what a document states while it is read.
final class Statements {

    private final List<Party> parties = new ArrayList<>();
    private final List<StatedIdentifier> identifiers = new ArrayList<>();
    private final List<StatedLocation> locations = new ArrayList<>();
    private final List<Hosting> hostings = new ArrayList<>(0);
    private final List<TextSection> texts = new ArrayList<>();
    private final Map<PartyRole, Integer> indexes = new EnumMap<>(PartyRole.class);
    private final Map<String, Integer> ordinals = new HashMap<>();

    /// The index of the next party of a role, from 0.
    int next(PartyRole role) {
        return indexes.merge(role, 1, Integer::sum) - 1;
    }

    void party(Party party) {
        parties.add(party);
    }

    void identifier(StatedIdentifier identifier) {
        identifiers.add(identifier);
    }

    void location(StatedLocation location) {
        locations.add(location);
    }

    void hosting(Hosting hosting) {
        hostings.add(hosting);
    }

    void text(String section, String text) {
        int ordinal = ordinals.merge(section, 1, Integer::sum) - 1;
        texts.add(new TextSection(Code.of(section), ordinal, text));
    }

    /// Whom to ask is somebody's name and number, so it is hidden like text; and it is nobody's identifier, so that no
    /// two reports are linked by the person who answers for them.
    void contact(WireElement person, String section) {
        String lines = SheetReading.lines(person).stream()
                .map(line -> line.path() + ": " + line.value())
                .collect(Collectors.joining("\n"));
        if (!lines.isEmpty()) {
            text(section, lines);
        }
    }

    List<Party> parties() {
        return parties;
    }

    List<StatedIdentifier> identifiers() {
        return identifiers;
    }

    List<StatedLocation> locations() {
        return locations;
    }

    List<Hosting> hostings() {
        return hostings;
    }

    List<TextSection> texts() {
        return texts;
    }
}
