// SPDX-License-Identifier: Apache-2.0
package org.harborline.synthetic.world;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.harborline.synthetic.reports.Category;
import org.harborline.synthetic.reports.Numbering;
import org.harborline.synthetic.reports.ReportDocument;

/// A report of the invented world with the truth about it.
///
/// @param number its number in that world, from 1; the narratives carry it
/// @param sender the invented company
/// @param incidentAt when the incident happened, whatever the document makes of it
/// @param people the people it reports, by their number in that world
/// @param clues the identifiers in it that mean something to other reports
/// @param priorReports earlier reports of the world that its sender refers to
public record SyntheticReport(
        long number,
        String sender,
        Category category,
        Instant incidentAt,
        Traits traits,
        Set<Long> people,
        List<Clue> clues,
        List<Long> priorReports,
        ReportDocument document) {

    public SyntheticReport {
        people = Set.copyOf(people);
        clues = List.copyOf(clues);
        priorReports = List.copyOf(priorReports);
    }

    /// The document, referring to earlier reports by their number in this world.
    public String xml() {
        return document.xml();
    }

    /// The document, referring to earlier reports by the numbers a server gave them.
    public String xml(Numbering numbering) {
        return document.xml(numbering);
    }

    /// The body of a call that files the report as JSON, with the numbers a server gave earlier ones.
    public String json(Numbering numbering) {
        return document.json(numbering);
    }

    /// Facts about the report that decide how it is handled.
    ///
    /// @param escalated the sender asked for high priority
    /// @param batched one of many reports on one viral item
    /// @param statedMinor the stated age of the reported person is under 18
    public record Traits(boolean escalated, boolean batched, boolean statedMinor) {}
}
