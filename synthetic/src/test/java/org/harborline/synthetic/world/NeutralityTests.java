// SPDX-License-Identifier: Apache-2.0
package org.harborline.synthetic.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.stream.Stream;
import org.harborline.synthetic.Received;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Nothing in the reports can be anybody's, and nothing in them describes anything.
class NeutralityTests {

    private static final String RESERVED = "([a-z0-9-]+\\.)*([a-z0-9-]+\\.(example|test|invalid)|example\\.com)";

    private static List<Received> reports;

    @BeforeAll
    static void readReports() {
        reports = SyntheticReports.seeded(17).take(2_000).stream()
                .map(SyntheticReport::xml)
                .map(Received::from)
                .toList();
    }

    @Test
    void usesOnlyDocumentationAddresses() {
        assertThat(texts("ipAddress"))
                .hasSizeGreaterThan(1_000)
                .allMatch(ip -> ip.matches("(192\\.0\\.2|198\\.51\\.100|203\\.0\\.113)\\.\\d{1,3}")
                        || ip.matches("(?i)2001:db8:[0-9a-f:]+"));
    }

    @Test
    void usesOnlyReservedDomains() {
        assertThat(Stream.of("email", "emailAddress").flatMap(NeutralityTests::texts))
                .hasSizeGreaterThan(1_000)
                .allMatch(email -> email.matches("(?i)[a-z0-9.+]+@" + RESERVED));
        assertThat(Stream.of("url", "legalURL", "profileUrl").flatMap(NeutralityTests::texts))
                .hasSizeGreaterThan(1_000)
                .allMatch(url -> URI.create(url).getHost().matches(RESERVED));
    }

    @Test
    void usesOnlyFictionalTelephoneNumbers() {
        assertThat(texts("phone"))
                .hasSizeGreaterThan(100)
                .allMatch(phone -> phone.replaceAll("[^0-9]", "").matches("1?[2-9]\\d\\d55501\\d\\d"));
    }

    @Test
    void saysNothingInFreeText() {
        assertThat(Stream.of(
                                "additionalInfo",
                                "content",
                                "escalateToHighPriority",
                                "incidentDateTimeDescription",
                                "companyTemplate",
                                "profileBio")
                        .flatMap(NeutralityTests::texts))
                .hasSizeGreaterThan(2_000)
                .allMatch(text -> text.matches("\\[synthetic narrative \\d+]"));
    }

    @Test
    void usesOnlyTestDevices() {
        assertThat(reports.stream().flatMap(r -> r.texts("idType").stream())).containsOnly("IMEI");
        assertThat(texts("idValue")).allMatch(imei -> imei.matches("0{15}|001\\d{12}"));
    }

    @Test
    void writesTimesInManyWays() {
        assertThat(texts("dateTime")).anyMatch(time -> time.matches(".*T\\d\\d:\\d\\d:\\d\\d"));
        assertThat(texts("incidentDateTime"))
                .as("the interface wants a zone")
                .noneMatch(time -> time.matches(".*T\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?"))
                .anyMatch(time -> time.endsWith("-05:00"))
                .anyMatch(time -> time.endsWith("+05:30"))
                .anyMatch(time -> time.matches(".*\\.\\d+Z"))
                .allMatch(time ->
                        time.matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?(Z|[+-]\\d\\d:\\d\\d)?"));
    }

    @Test
    void coversWhatRoutingAndTriageMustTellApart() {
        assertThat(texts("region")).contains("CA", "TX", "NY", "FL", "IL", "VA");
        assertThat(texts("countryCode")).contains("US", "IN", "PH", "GB");
        assertThat(reports).anyMatch(r -> r.elements("estimatedLocation").isEmpty());
        assertThat(texts("age"))
                .anyMatch(age -> Integer.parseInt(age) < 18)
                .anyMatch(age -> Integer.parseInt(age) > 17);
        assertThat(texts("port")).isNotEmpty().allMatch(port -> Integer.parseInt(port) < 65_536);
        assertThat(texts("compromisedAccount")).contains("true");
        assertThat(texts("possibleProxy")).contains("true");
        assertThat(reports.stream().flatMap(r -> r.elements("email").stream()))
                .anyMatch(email -> email.getAttribute("verified").equals("true"));
        assertThat(texts("espIdentifier")).anyMatch(id -> id.matches("[0-9a-f]{32}"));
        assertThat(reports).anyMatch(r -> !r.elements("victim").isEmpty());
    }

    private static Stream<String> texts(String name) {
        return reports.stream().flatMap(r -> r.texts(name).stream());
    }
}
