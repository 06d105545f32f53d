// SPDX-License-Identifier: Apache-2.0
package org.harborline.intake.internal.wire;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Rules that span several elements of a document.
final class ReportRules {

    private static final List<String> NOT_IN_A_BATCH =
            List.of("internetDetails", "lawEnforcement", "intendedRecipient", "victim", "additionalInfo");
    private static final Set<String> MAIL_KINDS = Set.of("emailIncident", "newsgroupIncident");
    private static final Set<String> PARTIES = Set.of("personOrUserReported", "intendedRecipient", "victim");
    private static final List<String> NOT_ON_A_BATCHED_ITEM = List.of(
            "originalFileName",
            "locationOfFile",
            "originalFileHash",
            "ipCaptureEvent",
            "deviceId",
            "details",
            "additionalInfo");
    private static final Set<String> VIRAL = Set.of("viral", "potentialMeme");

    private ReportRules() {}

    static void checkReport(WireElement report, Findings findings, Instant now) {
        ElementRules.check(report, findings, now);
        report.child("reporter").ifPresent(reporter -> checkReporter(reporter, findings));
        checkMailIncidents(report, findings);
        if (report.has("batchedReport")) {
            checkBatch(report, findings);
        }
    }

    private static void checkReporter(WireElement reporter, Findings findings) {
        reporter.child("reportingPerson")
                .filter(person -> !person.has("email"))
                .ifPresent(person -> findings.add(person, "needs at least one email"));
    }

    private static void checkMailIncidents(WireElement report, Findings findings) {
        List<WireElement> stated = report.all("internetDetails").stream()
                .flatMap(details -> details.children().stream())
                .filter(kind -> MAIL_KINDS.contains(kind.name()))
                .flatMap(kind -> kind.all("emailAddress").stream())
                .toList();
        if (stated.isEmpty()) {
            return;
        }
        Set<String> known = new HashSet<>();
        report.children().stream()
                .filter(party -> PARTIES.contains(party.name()))
                .flatMap(WireElement::descendants)
                .filter(element -> element.name().equals("email"))
                .forEach(email -> known.add(folded(email)));
        for (WireElement address : stated) {
            if (!known.contains(folded(address))) {
                findings.add(
                        address,
                        "must also stand as an email of the reported person, an intended recipient or a victim");
            }
        }
    }

    private static String folded(WireElement address) {
        return address.value().toLowerCase(Locale.ROOT);
    }

    private static void checkBatch(WireElement report, Findings findings) {
        for (WireElement child : report.children()) {
            if (NOT_IN_A_BATCH.contains(child.name())) {
                findings.add(child, "may not stand in a batched report");
            }
            if (child.name().equals("personOrUserReported")) {
                child.children().stream()
                        .filter(part -> !part.name().equals("espIdentifier"))
                        .forEach(part ->
                                findings.add(part, "a person in a batched report may have only an espIdentifier"));
            }
        }
        report.child("incidentSummary")
                .flatMap(summary -> summary.child(Escalations.ELEMENT))
                .ifPresent(escalation -> findings.add(escalation, "may not stand in a batched report"));
    }

    /// Checks one item.
    ///
    /// @param batched whether the report it belongs to is a batched one
    static void checkItem(WireElement item, boolean batched, Findings findings, Instant now) {
        ElementRules.check(item, findings, now);
        if (WireValues.stated(item, "exifViewedByEsp").orElse(false)
                && !WireValues.stated(item, "fileViewedByEsp").orElse(false)) {
            findings.add(item, "fileViewedByEsp must be true when exifViewedByEsp is true");
        }
        boolean supplemental = item.childValue("fileRelevance")
                .filter(value -> !value.equals("Reported"))
                .isPresent();
        if (supplemental) {
            checkSupplemental(item, findings);
        }
        if (batched) {
            checkBatchedItem(item, supplemental, findings);
        }
    }

    private static void checkSupplemental(WireElement item, Findings findings) {
        if (annotations(item).anyMatch("potentialMeme"::equals)) {
            findings.add(item, "a supplemental item may not be a potential meme");
        }
        item.child("industryClassification")
                .ifPresent(scale -> findings.add(scale, "may not stand on a supplemental item"));
    }

    private static void checkBatchedItem(WireElement item, boolean supplemental, Findings findings) {
        for (WireElement child : item.children()) {
            if (NOT_ON_A_BATCHED_ITEM.contains(child.name())) {
                findings.add(child, "may not stand on the item of a batched report");
            }
        }
        if (supplemental) {
            findings.add(item, "the item of a batched report must have the relevance Reported");
        }
        List<String> annotations = annotations(item).toList();
        if (annotations.stream().noneMatch(VIRAL::contains)) {
            findings.add(item, "the item of a batched report must be marked viral or potentialMeme");
        }
        if (!VIRAL.containsAll(annotations)) {
            findings.add(item, "the item of a batched report may be marked only viral and potentialMeme");
        }
    }

    private static Stream<String> annotations(WireElement item) {
        Optional<WireElement> holder = item.child("fileAnnotations");
        Stream<String> marked =
                holder.stream().flatMap(flags -> flags.children().stream()).map(WireElement::name);
        return WireValues.stated(item, "potentialMeme").orElse(false)
                ? Stream.concat(marked, Stream.of("potentialMeme"))
                : marked;
    }
}
