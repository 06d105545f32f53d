// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking.web;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.harborline.intake.ReportNumber;
import org.harborline.linking.LinkRemarks;
import org.harborline.platform.Actor;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// What all later modules together say about reports beside their links.
@Component
class ReportRemarks {

    private final ObjectProvider<LinkRemarks> sources;

    ReportRemarks(ObjectProvider<LinkRemarks> sources) {
        this.sources = sources;
    }

    /// Message keys by report.
    Map<ReportNumber, List<String>> about(Actor actor, Collection<ReportNumber> reports) {
        return sources.orderedStream()
                .flatMap(source -> source.remarks(actor, reports).entrySet().stream())
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }
}
