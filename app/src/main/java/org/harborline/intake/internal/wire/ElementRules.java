// SPDX-License-Identifier: Apache-2.0
package org.harborline.intake.internal.wire;

import com.google.common.net.InetAddresses;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.harborline.intake.StatedTime;

/// Rules about single elements that a schema cannot say. Which rule looks at which element is the table at the top.
final class ElementRules {

    /// Clocks differ; a report is not refused for that.
    static final Duration SKEW = Duration.ofMinutes(5);

    private static final Duration FARTHEST_EAST = Duration.ofHours(14);
    private static final int LOCAL_PART = 64;
    private static final Set<String> US_STATES = Set.of(
            "AL AK AZ AR CA CO CT DE FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK OR PA RI SC SD TN TX UT VT VA WA WV WI WY DC GU PR VI"
                    .split(" "));

    private static final Map<String, Rule> RULES = Map.ofEntries(
            Map.entry("incidentDateTime", ElementRules::incidentTime),
            Map.entry("escalateToHighPriority", ElementRules::notBlank),
            Map.entry("fileId", ElementRules::notBlank),
            Map.entry("email", ElementRules::email),
            Map.entry("emailAddress", ElementRules::email),
            Map.entry("phone", ElementRules::phone),
            Map.entry("phoneNumber", ElementRules::phone),
            Map.entry("ipAddress", ElementRules::address),
            Map.entry("dateTime", ElementRules::past),
            Map.entry("uploadedToEspTimestamp", ElementRules::past),
            Map.entry("dateOfBirth", ElementRules::past),
            Map.entry("url", ElementRules::location),
            Map.entry("profileUrl", ElementRules::location),
            Map.entry("legalURL", ElementRules::location),
            Map.entry("locationOfFile", ElementRules::location),
            Map.entry("priorCTReports", ElementRules::reportNumber),
            Map.entry("priorCTReport", ElementRules::reportNumber),
            Map.entry("latitude", (element, findings, _) -> within(element, 90, findings)),
            Map.entry("longitude", (element, findings, _) -> within(element, 180, findings)),
            Map.entry("estimatedLocation", ElementRules::estimatedLocation),
            Map.entry("accountTemporarilyDisabled", ElementRules::disabled),
            Map.entry("accountPermanentlyDisabled", ElementRules::disabled),
            Map.entry("associatedAccount", ElementRules::associatedAccount));

    private ElementRules() {}

    /// Looks at an element and everything in it.
    static void check(WireElement element, Findings findings, Instant now) {
        Rule rule = RULES.get(element.name());
        if (rule != null) {
            rule.check(element, findings, now);
        }
        for (WireElement child : element.children()) {
            check(child, findings, now);
        }
    }

    private interface Rule {
        void check(WireElement element, Findings findings, Instant now);
    }

    private static void incidentTime(WireElement element, Findings findings, Instant now) {
        past(element, findings, now);
        WireTimes.time(element.text())
                .filter(time -> time.offset() == null)
                .ifPresent(_ -> findings.add(element, "needs a time zone: end it with Z or an offset such as +02:00"));
    }

    /// Notes a time of the incident that lies ahead of our clock by less than is refused.
    static List<Finding> ahead(WireElement report, Instant now) {
        return report.child("incidentSummary").flatMap(summary -> summary.child("incidentDateTime")).stream()
                .filter(time -> WireTimes.time(time.text())
                        .filter(stated -> earliest(stated).isAfter(now))
                        .isPresent())
                .map(time -> Finding.at(time, "lies ahead of the clock of this server and was taken; check your clock"))
                .toList();
    }

    private static void past(WireElement element, Findings findings, Instant now) {
        pastMoment(element, "", element.text(), findings, now);
    }

    private static void pastMoment(WireElement element, String what, String text, Findings findings, Instant now) {
        Optional<StatedTime> moment = WireTimes.dateOrTime(text);
        if (moment.isEmpty()) {
            findings.add(element, what + "must be a moment with a year of four digits");
        } else if (earliest(moment.get()).isAfter(now.plus(SKEW))) {
            findings.add(element, what + "must be in the past");
        }
    }

    /// A moment without an offset may lie anywhere on earth: it is in the future only if it is so everywhere.
    private static Instant earliest(StatedTime time) {
        return time.offset() == null ? time.instant().minus(FARTHEST_EAST) : time.instant();
    }

    private static void notBlank(WireElement element, Findings findings, Instant now) {
        if (element.value().isEmpty()) {
            findings.add(element, "must not be blank; write a reason, or leave the element out");
        }
    }

    private static void email(WireElement element, Findings findings, Instant now) {
        String value = element.value();
        int at = value.lastIndexOf('@');
        if (at < 1
                || at == value.length() - 1
                || value.chars().anyMatch(Character::isWhitespace)
                || isTwoNames(value.substring(0, at))) {
            findings.add(element, "must be one e-mail address of the form name@domain");
        } else if (at > LOCAL_PART) {
            findings.add(element, "has more than 64 characters before the @");
        }
        verification(element, findings, now);
    }

    /// Only a quoted name may hold the sign itself.
    private static boolean isTwoNames(String name) {
        return name.indexOf('@') >= 0 && !(name.startsWith("\"") && name.endsWith("\""));
    }

    private static void phone(WireElement element, Findings findings, Instant now) {
        String value = element.value();
        if (value.chars().noneMatch(Character::isDigit)) {
            findings.add(element, "must hold a number with digits");
        }
        element.attribute("countryCallingCode")
                .filter(code -> !code.isEmpty() && value.startsWith(code))
                .ifPresent(_ -> findings.add(
                        element, "repeats the calling code; write it only in the attribute countryCallingCode"));
        verification(element, findings, now);
    }

    private static void verification(WireElement element, Findings findings, Instant now) {
        element.attribute("verificationDate").ifPresent(date -> {
            if (!element.attribute("verified").map(WireValues::truth).orElse(false)) {
                findings.add(element, "has a verificationDate, so verified must be true");
            }
            pastMoment(element, "attribute verificationDate ", date, findings, now);
        });
    }

    private static void address(WireElement element, Findings findings, Instant now) {
        String value = element.value();
        if (value.indexOf('%') >= 0 || !InetAddresses.isInetAddress(value)) {
            findings.add(element, "must be one IPv4 or IPv6 address, without port, range or zone");
        }
    }

    private static void location(WireElement element, Findings findings, Instant now) {
        String value = element.value();
        boolean broken = value.chars().anyMatch(c -> Character.isWhitespace(c) || Character.isISOControl(c));
        if (value.isEmpty() || broken) {
            findings.add(
                    element,
                    "must be one location without white space or control characters; write a space as %20, or leave the"
                            + " element out");
        }
    }

    private static void reportNumber(WireElement element, Findings findings, Instant now) {
        long number = Long.parseLong(element.value());
        if (number < 1) {
            findings.add(element, "must be the number of an earlier report");
        }
    }

    private static void within(WireElement element, double limit, Findings findings) {
        double value = WireValues.number(element.value());
        if (Double.isNaN(value) || Math.abs(value) > limit) {
            findings.add(element, "must be between -" + (int) limit + " and " + (int) limit + " degrees");
        }
    }

    private static void estimatedLocation(WireElement element, Findings findings, Instant now) {
        Optional<WireElement> country = element.child("countryCode");
        if (country.isPresent() && country.get().value().isEmpty()) {
            findings.add(country.get(), "must not be blank; leave it out when the country is unknown");
        }
        if (element.childValue("countryCode").filter("US"::equals).isEmpty()) {
            return;
        }
        Optional<String> region = element.childValue("region");
        if (region.isPresent() && !US_STATES.contains(region.get())) {
            findings.add(
                    element.child("region").orElse(element), "must be a state code such as OR when the country is US");
        } else if (region.isEmpty() && element.has("city")) {
            findings.add(element, "needs region, a state code, when a city in US is given");
        }
    }

    private static void disabled(WireElement element, Findings findings, Instant now) {
        Optional<Instant> disabled = moment(element, "disabledDate", findings);
        Optional<Instant> notified = moment(element, "userNotifiedDate", findings);
        Optional<Instant> reenabled = moment(element, "reenabledDate", findings);
        if (disabled.isEmpty()) {
            return;
        }
        if (notified.isPresent() && notified.get().isBefore(disabled.get())) {
            findings.add(element, "has a userNotifiedDate before its disabledDate");
        }
        if (reenabled.isPresent() && !reenabled.get().isAfter(disabled.get())) {
            findings.add(element, "has a reenabledDate that is not after its disabledDate");
        }
    }

    private static Optional<Instant> moment(WireElement element, String attribute, Findings findings) {
        Optional<String> text = element.attribute(attribute);
        Optional<Instant> moment = text.flatMap(WireTimes::time).map(StatedTime::instant);
        if (text.isPresent() && moment.isEmpty()) {
            findings.add(element, "attribute " + attribute + " must have a year of four digits");
        }
        return moment;
    }

    private static void associatedAccount(WireElement element, Findings findings, Instant now) {
        if (element.has("approximateAge") && element.has("dateOfBirth")) {
            findings.add(element, "may state approximateAge or dateOfBirth, not both");
        }
    }
}
