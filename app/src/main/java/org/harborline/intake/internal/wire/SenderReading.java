// SPDX-License-Identifier: Apache-2.0
package org.harborline.intake.internal.wire;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// Parts who reported from what the sender says to agencies. The interface puts both into one element, but the second
/// is of use only to whom it is said: whom law enforcement asks, how legal process is served, on which terms.
final class SenderReading {

    private static final String REPORTER = "reporter";

    private static final String CONTACT = "contactPerson";
    private static final String TEMPLATE = "companyTemplate";
    private static final String TERMS = "termsOfService";
    private static final String LEGAL_LOCATION = "legalURL";

    /// All others stay on the sealed sheet, so that a new element about the reporter is kept apart from its first day.
    private static final Set<String> TO_AGENCIES = Set.of(CONTACT, TEMPLATE, TERMS, LEGAL_LOCATION);

    private SenderReading() {}

    /// The report with what is said to agencies and without who reported.
    static WireElement withoutReporter(WireElement report) {
        return report.withChildren(report.children().stream()
                .flatMap(child -> child.name().equals(REPORTER) ? with(child, TO_AGENCIES::contains) : Stream.of(child))
                .toList());
    }

    /// Who reported, and nothing that is said to agencies.
    static Optional<WireElement> reporter(WireElement report) {
        return report.child(REPORTER)
                .flatMap(reporter ->
                        with(reporter, name -> !TO_AGENCIES.contains(name)).findFirst());
    }

    private static Stream<WireElement> with(WireElement reporter, Predicate<String> names) {
        List<WireElement> parts = reporter.children().stream()
                .filter(part -> names.test(part.name()))
                .toList();
        return parts.isEmpty() ? Stream.empty() : Stream.of(reporter.withChildren(parts));
    }

    static void read(WireElement report, Statements statements) {
        report.child(REPORTER).ifPresent(sender -> {
            sender.child(CONTACT).ifPresent(person -> statements.contact(person, "sender.agency-contact"));
            sender.childValue(TEMPLATE).ifPresent(text -> statements.text("sender.company-template", text));
            sender.childValue(TERMS).ifPresent(text -> statements.text("sender.terms-of-service", text));
            sender.childValue(LEGAL_LOCATION).ifPresent(text -> statements.text("sender.legal-location", text));
        });
    }
}
