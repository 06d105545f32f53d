// SPDX-License-Identifier: Apache-2.0
package org.harborline.intake.internal.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// A report that stands for many near-identical ones: everything it may not hold, one by one, and what its one item
/// must be.
class BatchedDocumentTests {

    private static final String ONLY_NAMES = "may have only an espIdentifier";
    private static final String NOT_HERE = "may not stand in a batched report";
    private static final String NOT_ON_ITEM = "may not stand on the item of a batched report";

    private final ReportDocuments documents = new ReportDocuments(Samples.clock());

    private static String batched(String before, String with) {
        String text = Samples.text("batched");
        assertThat(text).contains(before);
        return text.replaceFirst(before, with + before);
    }

    private void assertRefused(String document, String element, String sentence) {
        DocumentRefused refused = catchThrowableOfType(
                DocumentRefused.class, () -> documents.acceptReport(Samples.bytes(document), null));
        assertThat(refused).isNotNull();
        assertThat(refused.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.element()).isEqualTo(element);
            assertThat(finding.sentence()).contains(sentence);
        });
    }

    @Test
    void takesSeveralPersonsOfWhomOnlyTheAccountIsNamed() {
        assertThat(documents
                        .acceptReport(Samples.bytes(Samples.text("batched")), null)
                        .batched())
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            <reporter>        | internetDetails        | <internetDetails><chatImIncident/></internetDetails>
            <reporter>        | lawEnforcement         | <lawEnforcement><agencyName>x</agencyName></lawEnforcement>
            </report>         | intendedRecipient      | <intendedRecipient/>
            </report>         | victim                 | <victim><victimPerson/></victim>
            </report>         | additionalInfo         | <additionalInfo/>
            <incidentDateTime>| escalateToHighPriority | <escalateToHighPriority>[synthetic reason 1]</escalateToHighPriority>
            """)
    void refusesWhatABatchedReportMayNotHold(String before, String element, String with) {
        assertRefused(batched(before, with), element, NOT_HERE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<personOrUserReportedPerson/>",
                "<vehicleDescription>x</vehicleDescription>",
                "<espService>x</espService>",
                "<compromisedAccount>true</compromisedAccount>",
                "<screenName>x</screenName>",
                "<displayName>x</displayName>",
                "<profileUrl>https://a.example/x</profileUrl>",
                "<profileBio>x</profileBio>",
                "<ipCaptureEvent><ipAddress>192.0.2.1</ipAddress></ipCaptureEvent>",
                "<deviceId><idType>IMEI</idType><idValue>1</idValue></deviceId>",
                "<thirdPartyUserReported>true</thirdPartyUserReported>",
                "<priorCTReports>17</priorCTReports>",
                "<groupIdentifier>x</groupIdentifier>",
                "<accountTemporarilyDisabled>true</accountTemporarilyDisabled>",
                "<accountPermanentlyDisabled>true</accountPermanentlyDisabled>",
                "<estimatedLocation/>",
                "<allEmailsReported>true</allEmailsReported>",
                "<associatedAccount type=\"Other\"/>",
                "<additionalInfo>x</additionalInfo>"
            })
    void refusesWhatItsPersonsMayNotHave(String part) {
        String element = part.replaceAll("^<(\\w+).*", "$1");
        assertRefused(
                batched("</report>", "<personOrUserReported>" + part + "</personOrUserReported>"), element, ONLY_NAMES);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<fileAnnotations><viral/></fileAnnotations>",
                "<fileAnnotations><potentialMeme/></fileAnnotations>",
                "<fileAnnotations><viral/><potentialMeme/></fileAnnotations>",
                "<potentialMeme>true</potentialMeme>",
                "<fileRelevance>Reported</fileRelevance><fileAnnotations><viral/></fileAnnotations>",
                "<fileAnnotations><viral/></fileAnnotations><industryClassification>B2</industryClassification>"
            })
    void takesAnItemThatIsViralOrAMeme(String said) {
        assertThat(documents.acceptItem(Samples.bytes(item(said)), null, _ -> true))
                .isNotNull();
    }

    private static String item(String said) {
        return "<fileDetails><reportId>1</reportId><fileId>item-1</fileId>" + said + "</fileDetails>";
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            fileDetails      |                                                          | must be marked viral or potentialMeme
            fileDetails      | <potentialMeme>false</potentialMeme>                     | must be marked viral or potentialMeme
            fileDetails      | <fileAnnotations><viral/><infant/></fileAnnotations>     | only viral and potentialMeme
            fileDetails      | <fileRelevance>Supplemental Reported</fileRelevance><fileAnnotations><viral/></fileAnnotations> | must have the relevance Reported
            """)
    void saysWhatItsItemMustBe(String element, String said, String sentence) {
        assertItemRefused(said == null ? "" : said, element, sentence);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            originalFileName | <originalFileName>x</originalFileName>{}
            locationOfFile   | <locationOfFile>https://a.example/x</locationOfFile>{}
            originalFileHash | {}<originalFileHash hashType="x">x</originalFileHash>
            ipCaptureEvent   | {}<ipCaptureEvent><ipAddress>192.0.2.1</ipAddress></ipCaptureEvent>
            deviceId         | {}<deviceId><idType>IMEI</idType><idValue>1</idValue></deviceId>
            details          | {}<details><nameValuePair><name>x</name><value>x</value></nameValuePair></details>
            additionalInfo   | {}<additionalInfo>x</additionalInfo>
            """)
    void refusesWhatItsItemMayNotHave(String element, String said) {
        String viral = "<fileAnnotations><viral/></fileAnnotations>";
        assertItemRefused(said.replace("{}", viral), element, NOT_ON_ITEM);
        assertThat(documents.acceptItem(Samples.bytes(item(said.replace("{}", viral))), null, _ -> false))
                .as("in other reports")
                .isNotNull();
    }

    private void assertItemRefused(String said, String element, String sentence) {
        DocumentRefused refused = catchThrowableOfType(
                DocumentRefused.class, () -> documents.acceptItem(Samples.bytes(item(said)), null, _ -> true));
        assertThat(refused).isNotNull();
        assertThat(refused.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.element()).isEqualTo(element);
            assertThat(finding.sentence()).contains(sentence);
        });
    }
}
