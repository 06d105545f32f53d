// SPDX-License-Identifier: Apache-2.0
package org.harborline.notices.web;

import java.util.List;
import java.util.stream.Collectors;
import org.harborline.notices.Scorecard;

/// A scorecard as a table of comma-separated values: a row for each missing line of each service.
final class ScorecardFile {

    private static final String HEAD =
            "month,service,reports,average,peer_median,code,field,applied,missing,example\r\n";

    private ScorecardFile() {}

    static String of(Scorecard card, ScorecardView view) {
        return card.services().stream()
                .flatMap(service -> service.missing().stream()
                        .map(missing -> row(List.of(
                                card.month().toString(),
                                view.name(service.service()).orElse(""),
                                Long.toString(service.reports()),
                                Integer.toString(service.average()),
                                peers(service),
                                missing.line().id().value(),
                                missing.line().field(),
                                Long.toString(missing.applied()),
                                Long.toString(missing.reports()),
                                missing.example().toString()))))
                .collect(Collectors.joining("", HEAD, ""));
    }

    private static String peers(Scorecard.Card service) {
        Integer peers = service.trend().getFirst().peers();
        return peers == null ? "" : peers.toString();
    }

    private static String row(List<String> cells) {
        return cells.stream().map(ScorecardFile::cell).collect(Collectors.joining(",", "", "\r\n"));
    }

    /// A name may hold anything. What a spreadsheet would take for a formula becomes text.
    private static String cell(String text) {
        String safe = text.matches("(?s)[=+\\-@\\t\\r].*") ? "'" + text : text;
        return safe.matches("(?s).*[\",\\r\\n].*") ? "\"" + safe.replace("\"", "\"\"") + "\"" : safe;
    }
}
