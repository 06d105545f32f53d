// SPDX-License-Identifier: Apache-2.0
package org.harborline.intake.internal.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.harborline.intake.internal.wire.DocumentRefused.Layer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RefusedDocumentTests {

    private final ReportDocuments documents = new ReportDocuments(Samples.clock());

    private DocumentRefused refusal(String document) {
        DocumentRefused refused = catchThrowableOfType(
                DocumentRefused.class, () -> documents.acceptReport(Samples.bytes(document), null));
        assertThat(refused).as("refusal").isNotNull();
        return refused;
    }

    private String changed(String sample, String from, String to) {
        String text = Samples.text(sample);
        assertThat(text).contains(from);
        return text.replace(from, to);
    }

    @Test
    void tellsAnElementInTheWrongPlace() {
        String moved = changed("enticement", "<screenName>sample_person</screenName>", "")
                .replace("<espIdentifier>0123", "<screenName>sample_person</screenName><espIdentifier>0123");
        assertThat(refusal(moved).findings()).anySatisfy(finding -> {
            assertThat(finding.element()).isEqualTo("espIdentifier");
            assertThat(finding.sentence()).contains("wrong place", "comes before screenName");
            assertThat(finding.line()).isGreaterThan(30);
            assertThat(finding.column()).isGreaterThan(1);
        });
    }

    @Test
    void tellsOneTooManyApartFromAWrongPlace() {
        String doubled = changed(
                "item-full",
                "<deviceId>",
                "<ipCaptureEvent><ipAddress>192.0.2.1</ipAddress></ipCaptureEvent><deviceId>");
        DocumentRefused refused = catchThrowableOfType(
                DocumentRefused.class, () -> documents.acceptItem(Samples.bytes(doubled), null, _ -> false));
        assertThat(refused.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.element()).isEqualTo("ipCaptureEvent");
            assertThat(finding.sentence()).contains("one too many", "at most one");
        });
    }

    @Test
    void tellsANameThatDoesNotExistAndWhatWasMeant() {
        Finding finding = refusal(
                        changed("enticement", "<screenName>sample_person</screenName>", "<username>x</username>"))
                .findings()
                .getFirst();
        assertThat(finding.sentence()).contains("not a name of this interface", "did you mean screenName?");
    }

    @Test
    void tellsANameThatBelongsElsewhere() {
        Finding finding = refusal(changed("minimal", "</reporter>", "</reporter><schoolName>x</schoolName>"))
                .findings()
                .getFirst();
        assertThat(finding.sentence()).contains("does not belong in report", "victim");
    }

    @Test
    void tellsWhatIsMissing() {
        Finding finding = refusal(changed("minimal", "<incidentDateTime>2026-11-20T08:15:00Z</incidentDateTime>", ""))
                .findings()
                .getFirst();
        assertThat(finding.element()).isEqualTo("incidentSummary");
        assertThat(finding.sentence()).startsWith("needs incidentDateTime after");
    }

    @Test
    void refusesADefaultNamespace() {
        assertThat(refusal(changed("minimal", "<report>", "<report xmlns=\"urn:x\">"))
                        .findings()
                        .getFirst()
                        .sentence())
                .contains("must not be in a namespace");
    }

    @Test
    void neverRepeatsAValue() {
        DocumentRefused refused = refusal(changed("minimal", "Child Sex Tourism", "planted-value-93"));
        assertThat(refused.findings().toString())
                .doesNotContain("planted-value-93")
                .contains("must be one of");
        assertThat(refused.layer()).isEqualTo(Layer.CONTENT);
    }

    @Test
    void knowsWhetherARefusedReportWasEscalated() {
        assertThat(refusal(changed("enticement", "<age>16</age>", "<age>x</age>"))
                        .escalated())
                .isTrue();
        assertThat(refusal(changed("enticement", "</report>", "")).escalated()).isTrue();
        assertThat(refusal(changed("minimal", "</report>", "")).escalated()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2026-11-20T08:15:00Z                 | 2026-11-20T08:15:00        | needs a time zone
            2026-11-20T08:15:00Z                 | 2026-11-23T12:05:01Z       | must be in the past
            2026-11-20T08:15:00Z                 | 2027-01-01T00:00:00Z       | must be in the past
            2026-11-20T08:15:00Z                 | 2026-11-20                 | must be a date and time
            2026-11-20T08:15:00Z                 | 2026-02-30T00:00:00Z       | must be a date and time
            <email>desk@provider.example</email> | <firstName>x</firstName>   | needs at least one email
            desk@provider.example                | desk                       | must be one e-mail address
            desk@provider.example                | a b@provider.example       | must be one e-mail address
            <email>                              | <email>a@b@c.example</email><email> | one e-mail address
            <email>                              | <email verificationDate="2026-01-01"> | verified must be true
            <email>                              | <phone>none</phone><email> | must hold a number
            <email>                              | <phone countryCallingCode="+1">+1 202 555 0143</phone><email> | repeats the calling code
            <email>                              | <phone countryCallingCode="1">202</phone><email> | must have the form
            <email>                              | <phone extension="12345678901">202</phone><email> | must have the form
            </reporter>                          | </reporter><victim/>       | needs victimPerson
            </reporter>                          | </reporter><victim><victimPerson><dateOfBirth>2027-01-01</dateOfBirth></victimPerson></victim> | must be in the past
            </reporter>                          | </reporter><victim><victimPerson><age>151</age></victimPerson></victim> | must be between 0 and 150
            </reporter>                          | </reporter><victim><victimPerson/><priorCTReports>0</priorCTReports></victim> | number of an earlier report
            </reporter>                          | </reporter><victim><victimPerson/><associatedAccount/></victim> | needs the attribute type
            </reporter>                          | </reporter><victim><victimPerson/><associatedAccount type="Other"><approximateAge>4</approximateAge><dateOfBirth>2020-01-01</dateOfBirth></associatedAccount></victim> | not both
            </reporter>                          | </reporter><victim><victimPerson/><associatedAccount accountType="Other"/></victim> | has no attribute accountType
            </reporter>                          | </reporter><victim><victimPerson/><ipCaptureEvent><ipAddress>192.0.2.1:80</ipAddress></ipCaptureEvent></victim> | one IPv4 or IPv6 address
            </reporter>                          | </reporter><victim><victimPerson/><ipCaptureEvent><ipAddress>192.0.2.1</ipAddress><port>0</port></ipCaptureEvent></victim> | between 1 and 65535
            </reporter>                          | </reporter><victim><victimPerson/><estimatedLocation><countryCode/></estimatedLocation></victim> | must not be blank
            </reporter>                          | </reporter><victim><victimPerson/><estimatedLocation><city>x</city><countryCode>US</countryCode></estimatedLocation></victim> | needs region
            </reporter>                          | </reporter><victim><victimPerson/><estimatedLocation><region>Oregon</region><countryCode>US</countryCode></estimatedLocation></victim> | state code
            </reporter>                          | </reporter><victim><victimPerson/><accountPermanentlyDisabled disabledDate="2026-01-02T00:00:00Z" userNotifiedDate="2026-01-01T00:00:00Z">true</accountPermanentlyDisabled></victim> | userNotifiedDate before
            </reporter>                          | </reporter><victim><victimPerson/><accountTemporarilyDisabled disabledDate="2026-01-02T00:00:00Z" reenabledDate="2026-01-02T00:00:00Z">true</accountTemporarilyDisabled></victim> | not after its disabledDate
            </reporter>                          | </reporter><victim><victimPerson/><profileUrl>https://a.example/ b</profileUrl></victim> | without white space
            <reporter>                           | <internetDetails/><reporter> | needs webPageIncident
            <reporter>                           | <internetDetails><chatImIncident/><emailIncident/></internetDetails><reporter> | exactly one of
            <reporter>                           | <internetDetails><emailIncident><emailAddress>x@mail.example</emailAddress></emailIncident></internetDetails><reporter> | must also stand as an email
            <reporter>                           | <internetDetails><cellPhoneIncident><latitude>91</latitude></cellPhoneIncident></internetDetails><reporter> | degrees
            <incidentDateTime>                   | <escalateToHighPriority> </escalateToHighPriority><incidentDateTime> | must not be blank
            <incidentDateTime>                   | <reportAnnotations><spam>false</spam></reportAnnotations><incidentDateTime> | is a flag
            <incidentDateTime>                   | <reportAnnotations><spam/><spam/></reportAnnotations><incidentDateTime> | one too many
            <report>                             | <report>text               | may not hold text
            <report>                             | <report><!-- c --><batchedReport reason="OTHER"/> | must be one of: VIRAL
            """)
    void saysWhatIsWrong(String from, String to, String sentence) {
        DocumentRefused refused = refusal(changed("minimal", from, to));
        assertThat(refused.layer()).isEqualTo(Layer.CONTENT);
        assertThat(refused.findings()).anySatisfy(finding -> {
            assertThat(finding.sentence()).contains(sentence);
            assertThat(finding.toString()).matches("(?s)\\[\\d+,\\d+] - .+");
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2026-11-20T08:15:00Z                 | 2026-11-23T12:05:00Z
            2026-11-20T08:15:00Z                 | 2026-11-20T24:00:00Z
            2026-11-20T08:15:00Z                 | 2026-11-20T08:15:00.123456789+14:00
            <reporter>                           | <internetDetails><chatImIncident/></internetDetails><reporter>
            <reporter>                           | <internetDetails><webPageIncident><url>bad1.example.com</url></webPageIncident></internetDetails><reporter>
            <incidentDateTime>                   | <reportAnnotations/><incidentDateTime>
            <incidentDateTime>                   | <reportAnnotations><spam>1</spam><sextortion/></reportAnnotations><incidentDateTime>
            </reporter>                          | </reporter><victim><victimPerson/><ipCaptureEvent><ipAddress>::ffff:192.0.2.1</ipAddress></ipCaptureEvent></victim>
            </reporter>                          | </reporter><intendedRecipient><additionalInfo/><additionalInfo/></intendedRecipient>
            """)
    void acceptsWhatIsUnusualButRight(String from, String to) {
        assertThat(documents.acceptReport(Samples.bytes(changed("minimal", from, to)), null))
                .isNotNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "estimatedDate",
                "priorTips",
                "viewedByEsp",
                "wasViewed",
                "bundle",
                "userBio",
                "permanentlyDisabled",
                "additionalNotes",
                "uploadedDateTime",
                "username",
                "ageRange",
                "officerName"
            })
    void tellsNamesThatAreOftenAssumed(String name) {
        assertThat(refusal(changed("minimal", "</reporter>", "</reporter><" + name + "/>"))
                        .findings())
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.element()).isEqualTo(name);
                    assertThat(finding.sentence()).startsWith("is not a name of this interface");
                });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            <fileRelevance>Supplemental Reported</fileRelevance><potentialMeme>true</potentialMeme> | fileDetails | may not be a potential meme
            <fileRelevance>Supplemental Reported</fileRelevance><fileAnnotations><potentialMeme/></fileAnnotations> | fileDetails | may not be a potential meme
            <fileRelevance>Supplemental Reported</fileRelevance><industryClassification>A1</industryClassification> | industryClassification | may not stand on a supplemental item
            <exifViewedByEsp>true</exifViewedByEsp> | fileDetails | fileViewedByEsp must be true
            <fileViewedByEsp>false</fileViewedByEsp><exifViewedByEsp>true</exifViewedByEsp> | fileDetails | fileViewedByEsp must be true
            <ipCaptureEvent><ipAddress>192.0.2.1</ipAddress></ipCaptureEvent><industryClassification>A1</industryClassification> | industryClassification | is in the wrong place
            """)
    void checksWhatIsSaidOfAnItemAgainstTheRest(String said, String element, String sentence) {
        String item = changed("item", "<fileViewedByEsp>true</fileViewedByEsp>", said);
        DocumentRefused refused = catchThrowableOfType(
                DocumentRefused.class, () -> documents.acceptItem(Samples.bytes(item), null, _ -> false));
        assertThat(refused).isNotNull();
        assertThat(refused.findings()).anySatisfy(finding -> {
            assertThat(finding.element()).isEqualTo(element);
            assertThat(finding.sentence()).contains(sentence);
        });
    }
}
