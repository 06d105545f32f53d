// SPDX-License-Identifier: Apache-2.0
package org.harborline.synthetic.linking;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.harborline.synthetic.reports.PartyBuilder;
import org.harborline.synthetic.reports.ReportBuilder;

/// A report being told, by a sender about one person until something else is said.
final class Told {

    private final long number;
    private final ReportBuilder report = ReportBuilder.aReport();
    private final Set<Long> people = new LinkedHashSet<>();
    private final List<PaymentFinding> findings = new ArrayList<>();
    private String sender;
    private Instant at;

    Told(long number, long person, String account, String sender, Instant at) {
        this.number = number;
        this.sender = sender;
        this.at = at;
        people.add(person);
        party(p -> p.withUserId(account));
    }

    long number() {
        return number;
    }

    Instant at() {
        return at;
    }

    Told about(long person) {
        people.clear();
        people.add(person);
        return this;
    }

    Told alsoAbout(long person) {
        people.add(person);
        return this;
    }

    Told from(String other) {
        sender = other;
        return this;
    }

    String sender() {
        return sender;
    }

    Told at(Instant moment) {
        at = moment;
        return this;
    }

    Told party(Consumer<PartyBuilder> words) {
        report.about(words);
        return this;
    }

    Told say(Consumer<ReportBuilder> words) {
        words.accept(report);
        return this;
    }

    Told found(String value, String scheme) {
        findings.add(new PaymentFinding(value, scheme));
        return this;
    }

    Told foundWithoutScheme(String value) {
        findings.add(new PaymentFinding(value, null));
        return this;
    }

    LinkingReport finished() {
        report.from(sender).at(at.atOffset(ZoneOffset.UTC));
        return new LinkingReport(number, sender, at, people, report.build(), findings);
    }
}
