// SPDX-License-Identifier: Apache-2.0
package org.harborline.intake.web;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.harborline.intake.ReceivedReport;
import org.harborline.platform.Code;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;

/// Puts what the sender said into the model of the report page, in a fixed order.
final class Said {

    /// Marks that have a line of their own.
    private static final Set<String> OWN_LINE = Set.of("potentialMeme", "exifViewedByEsp", "supplemental");

    private Said() {}

    /// @param received absent when the report is not filed or its content is gone
    static void fill(@Nullable ReceivedReport received, Model model) {
        model.addAttribute("readable", received != null);
        model.addAttribute("sections", texts(received, false));
        model.addAttribute("toAgencies", texts(received, true));
        model.addAttribute("items", received == null ? List.of() : received.items());
        model.addAttribute("marks", received == null ? Map.of() : marks(received.items()));
        model.addAttribute("annotations", received == null ? List.of() : inOrder(received.annotations()));
        model.addAttribute("parties", received == null ? List.of() : received.parties());
        model.addAttribute("places", received == null ? List.of() : estimated(received));
        model.addAttribute("hostings", received == null ? List.of() : received.hostings());
        model.addAttribute("prior", received == null ? null : received.priorAgency());
    }

    private static List<ReceivedReport.TextSection> texts(@Nullable ReceivedReport received, boolean toAgencies) {
        return received == null
                ? List.of()
                : received.texts().stream()
                        .filter(text -> text.toAgencies() == toAgencies)
                        .toList();
    }

    private static Map<String, List<Code>> marks(List<ReceivedReport.Item> items) {
        Map<String, List<Code>> marks = new HashMap<>();
        items.forEach(item -> marks.put(
                item.reference(),
                inOrder(item.flags()).stream()
                        .filter(flag -> !OWN_LINE.contains(flag.value()))
                        .toList()));
        return marks;
    }

    private static List<Code> inOrder(Set<Code> codes) {
        return codes.stream().sorted(Comparator.comparing(Code::value)).toList();
    }

    private static List<ReceivedReport.StatedLocation> estimated(ReceivedReport received) {
        return received.locations().stream()
                .filter(place -> place.estimatedAt() != null)
                .toList();
    }
}
