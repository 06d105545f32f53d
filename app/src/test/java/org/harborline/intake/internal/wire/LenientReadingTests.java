// SPDX-License-Identifier: Apache-2.0
package org.harborline.intake.internal.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.harborline.intake.PartyRole;
import org.harborline.intake.ReceivedReport;
import org.harborline.intake.ReceivedReport.TextSection;
import org.harborline.intake.ReportNumber;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Documents of senders who are read leniently.
class LenientReadingTests {

    private final ReportDocuments documents = new ReportDocuments(Samples.clock());
    private final DocumentReader reader = new DocumentReader();

    private ReportDocuments.AcceptedReport accepted(String document) {
        return documents.acceptReport(Samples.bytes(document), null, true);
    }

    private ReceivedReport view(ReportDocuments.AcceptedReport accepted, String... items) {
        return documents.read(new ReportNumber(17), UUID.randomUUID(), accepted.receivedText(), List.of(items));
    }

    private List<String> unrecognised(ReportDocuments.AcceptedReport accepted, String... items) {
        return view(accepted, items).texts().stream()
                .filter(text -> text.section().value().equals(TextSection.UNRECOGNISED))
                .map(TextSection::text)
                .toList();
    }

    private DocumentRefused refusal(String document) {
        DocumentRefused refused = catchThrowableOfType(
                DocumentRefused.class, () -> documents.acceptReport(Samples.bytes(document), null, true));
        assertThat(refused).as("refusal").isNotNull();
        return refused;
    }

    private static String changed(String sample, String from, String to) {
        String text = Samples.text(sample);
        String changed = text.replaceFirst(from, to);
        assertThat(changed).isNotEqualTo(text);
        return changed;
    }

    private static WireElement shuffled(WireElement element, Random random) {
        List<WireElement> children = new ArrayList<>(element.children().stream()
                .map(child -> shuffled(child, random))
                .toList());
        Collections.shuffle(children, random);
        return element.withChildren(children);
    }

    /// Those of one name keep their order, because it says which is first.
    private static WireElement sorted(WireElement element, WireElement like) {
        List<WireElement> children = new ArrayList<>();
        for (String name :
                like.children().stream().map(WireElement::name).distinct().toList()) {
            List<WireElement> others = like.all(name);
            List<WireElement> all = element.all(name);
            for (int i = 0; i < all.size(); i++) {
                children.add(sorted(all.get(i), others.get(Math.min(i, others.size() - 1))));
            }
        }
        return element.withChildren(children);
    }

    @ParameterizedTest
    @ValueSource(strings = {"minimal", "enticement", "full", "batched"})
    void readsADocumentInOrderAsAStrictReaderDoes(String sample) {
        byte[] document = Samples.bytes(Samples.text(sample));
        assertThat(documents.acceptReport(document, null, true)).isEqualTo(documents.acceptReport(document, null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"minimal", "enticement", "batched"})
    void putsElementsInOrder(String sample) {
        WireElement original = reader.read(Samples.bytes(Samples.text(sample)), null);
        var random = new Random(17);
        int moved = 0;
        for (int round = 0; round < 50; round++) {
            String turned = WireText.of(shuffled(original, random));
            var accepted = accepted(turned);
            moved += accepted.notes().size();
            WireElement kept = reader.read(Samples.bytes(accepted.receivedText()), null);
            WireElement strict = reader.read(
                    Samples.bytes(documents
                            .acceptReport(Samples.bytes(Samples.text(sample)), null)
                            .receivedText()),
                    null);
            assertThat(names(kept)).containsExactlyElementsOf(names(sorted(kept, strict)));
        }
        assertThat(moved).isPositive();
    }

    private static List<String> names(WireElement element) {
        return element.children().stream().map(WireElement::name).toList();
    }

    @Test
    void saysWhatWasMoved() {
        var accepted = accepted(changed(
                "minimal", "(<incidentType>[^<]*</incidentType>)(<incidentDateTime>[^<]*</incidentDateTime>)", "$2$1"));

        assertThat(accepted.notes())
                .singleElement()
                .satisfies(
                        note -> assertThat(note.toString())
                                .matches(
                                        "\\[1,\\d+] - incidentType: was moved: in incidentSummary it comes before incidentDateTime"));
    }

    @Test
    void keepsWhatANewerSchemaHasAndSaysSo() {
        String newer =
                "<newThing kind=\"planted-a\">planted-b<!-- c --></newThing><other><inner>planted-c</inner></other>";
        var accepted = accepted(changed("minimal", "</reporter>", "</reporter>" + newer));

        assertThat(unrecognised(accepted))
                .containsExactly(
                        "report/newThing (kind planted-a): planted-b", "report/other\nreport/other/inner: planted-c");
        assertThat(accepted.notes()).extracting(Finding::element).containsExactly("newThing", "other");
        assertThat(accepted.notes().toString()).contains("kept as unrecognised").doesNotContain("planted");
        assertThat(accepted.toString()).doesNotContain("planted");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            full       | <espIdentifier>user-1 | report/personOrUserReported/newThing
            full       | <ipAddress>198.51.100.1< | report/personOrUserReported/ipCaptureEvent/newThing
            full       | <caseNumber> | report/lawEnforcement/newThing
            enticement | <incidentType> | report/incidentSummary/newThing
            """)
    void keepsItWhereverItStands(String sample, String before, String path) {
        var accepted = accepted(changed(sample, before, "<newThing>planted</newThing>" + before));
        assertThat(unrecognised(accepted)).containsExactly(path + ": planted");
    }

    @Test
    void keepsANewMarkOfTheReport() {
        var accepted = accepted(changed(
                "minimal",
                "<incidentDateTime>",
                "<reportAnnotations><newMark/><spam/></reportAnnotations><incidentDateTime>"));
        assertThat(view(accepted).annotations()).hasToString("[spam]");
        assertThat(unrecognised(accepted)).containsExactly("report/incidentSummary/reportAnnotations/newMark");
    }

    @Test
    void keepsANewKindOfIncident() {
        var accepted = accepted(changed(
                "minimal",
                "<reporter>",
                "<internetDetails><newIncident><detail>planted</detail></newIncident></internetDetails>"
                        + "<internetDetails><chatImIncident/></internetDetails><reporter>"));
        assertThat(unrecognised(accepted).toString()).contains("report/internetDetails/newIncident/detail: planted");
    }

    @Test
    void keepsWhatIsNewAboutTheReporterOnTheSheetAlone() {
        var accepted = accepted(changed(
                "minimal",
                "<reportingPerson>",
                "<newId>planted-a</newId><reportingPerson><newName>planted-b</newName>"));
        assertThat(accepted.receivedText()).doesNotContain("planted");
        assertThat(documents.sheet(accepted.reporterSheet()).stream()
                        .map(ReportDocuments.SheetLine::value)
                        .toList())
                .contains("report/reporter/newId: planted-a", "report/reporter/reportingPerson/newName: planted-b");
        assertThat(unrecognised(accepted)).isEmpty();
    }

    @Test
    void keepsWhatIsNewAboutAnItemAndDropsItsNewMarks() {
        String item = changed(
                "item",
                "</fileViewedByEsp>",
                "</fileViewedByEsp><newThing>planted-a</newThing><fileAnnotations><newMark/><viral/></fileAnnotations>");
        var accepted = documents.acceptItem(Samples.bytes(item), null, _ -> false, true);
        assertThat(accepted.receivedText()).contains("planted-a", "viral").doesNotContain("newMark");
        assertThat(accepted.dropped()).isEqualTo(1);
        assertThat(unrecognised(accepted(Samples.text("minimal")), accepted.receivedText()))
                .containsExactly("fileDetails/newThing: planted-a");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<newHash>00112233445566778899aabbccddeeff</newHash>",
                "<signature algorithm=\"MD5\">00112233445566778899aabbccddeeff</signature>",
                "<signature hashType=\"x\">00112233445566778899aabbccddeeff</signature>",
                "<pair><name>MD5</name><value>00112233445566778899aabbccddeeff</value></pair>",
                "<sha256>00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff</sha256>",
                "<wrapper><originalFileHash>00112233445566778899aabbccddeeff</originalFileHash></wrapper>",
                "<note>md5: 00112233445566778899aabbccddeeff</note>",
                "<newExif>00112233445566778899aabbccddeeff</newExif>",
                "<originalFileNames>00112233445566778899aabbccddeeff</originalFileNames>",
                "<note link=\"data:image/png;base64,00112233445566778899aabbccddeeff\"/>",
                "<imageBytes>00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff</imageBytes>"
            })
    void letsNoFingerprintNameOrMediaThrough(String part) {
        var accepted = accepted(changed("minimal", "</reporter>", "</reporter>" + part));
        assertThat(accepted.receivedText()).doesNotContain("8899aabbccddeeff").contains("[not kept: ");
        assertThat(accepted.dropped()).isEqualTo(1);
    }

    @Test
    void keepsWhatOnlySoundsLikeIt() {
        String parts =
                "<accountMetadata><hashtag>sample</hashtag></accountMetadata><serviceCategory>chat</serviceCategory>";
        assertThat(unrecognised(accepted(changed("minimal", "</reporter>", "</reporter>" + parts))))
                .containsExactly(
                        "report/accountMetadata\nreport/accountMetadata/hashtag: sample",
                        "report/serviceCategory: chat");
    }

    @Test
    void keepsAnUnlabelledIdOfThirtyTwoDigits() {
        var accepted = accepted(changed(
                "minimal", "</reporter>", "</reporter><newAccount>00112233445566778899aabbccddeeff</newAccount>"));
        assertThat(unrecognised(accepted)).containsExactly("report/newAccount: 00112233445566778899aabbccddeeff");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<escalateToHighPriority>x</escalateToHighPriority>",
                "<escalateHighPriority>x</escalateHighPriority>",
                "<new><escalateToHighPriority>x</escalateToHighPriority></new>",
                "<escalation>x</escalation>",
                "<high-priority>x</high-priority>",
                "<new><isUrgent>true</isUrgent></new>"
            })
    void setsNothingAsideThatMayBeAnEscalation(String part) {
        assertThat(refusal(changed("minimal", "</reporter>", "</reporter>" + part))
                        .findings())
                .isNotEmpty();
    }

    @Test
    void tellsOfAnEscalationThatStandsWhereItIsNotRead() {
        String misplaced = "</reporter><new><escalateToHighPriority>x</escalateToHighPriority></new>";
        assertThat(refusal(changed("minimal", "</reporter>", misplaced)).escalated())
                .isTrue();
        String misspelt = "</reporter><escalateHighPriority>x</escalateHighPriority>";
        assertThat(refusal(changed("minimal", "</reporter>", misspelt)).escalated())
                .isTrue();
        String turned = changed("minimal", "<incidentDateTime>", "<new/><incidentDateTime>")
                .replace(
                        "</incidentDateTime>", "</incidentDateTime><escalateToHighPriority>x</escalateToHighPriority>");
        assertThat(accepted(turned).escalated()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            </reporter>        | </reporter><schoolName>x</schoolName>                       | does not belong in report
            </reporter>        | </reporter><victim/>                                         | needs victimPerson
            </reporter>        | </reporter><reporter/>                                       | one too many
            </reporter>        | </reporter><x:new xmlns:x="urn:x"/>                          | must not be in a namespace
            </reporter>        | </reporter><new><x:in xmlns:x="urn:x"/></new>                | is not a name of this interface
            </reporter>        | </reporter><new xmlns:x="urn:x" x:a="1"/>                    | is not a name of this interface
            </reporter>        | </reporter><\u00e9l\u00e9ment/>                              | is not a name of this interface
            <incidentDateTime> | <reportAnnotations><spam>false</spam></reportAnnotations><incidentDateTime> | is a flag
            Child Sex Tourism  | Something Else                                               | must be one of
            """)
    void refusesEverythingElseAsBefore(String from, String to, String sentence) {
        assertThat(refusal(changed("minimal", from, to)).findings())
                .anySatisfy(finding -> assertThat(finding.sentence()).contains(sentence));
    }

    @Test
    void takesOnlySoMuchAndSoDeep() {
        String tooDeep = "<a>".repeat(Unrecognised.DEEPEST + 1) + "</a>".repeat(Unrecognised.DEEPEST + 1);
        String deep = "<a>".repeat(Unrecognised.DEEPEST) + "</a>".repeat(Unrecognised.DEEPEST);
        assertThat(accepted(changed("minimal", "</reporter>", "</reporter>" + deep)))
                .isNotNull();
        assertThat(refusal(changed("minimal", "</reporter>", "</reporter>" + tooDeep))
                        .findings())
                .isNotEmpty();
        String many = "<a/>".repeat(Unrecognised.MOST_ELEMENTS);
        assertThat(accepted(changed("minimal", "</reporter>", "</reporter>" + many))
                        .notes())
                .hasSizeLessThanOrEqualTo(Findings.LIMIT);
        assertThat(refusal(changed("minimal", "</reporter>", "</reporter>" + many + "<a/>"))
                        .findings())
                .isNotEmpty();
        String longName = "<" + "a".repeat(65) + "/>";
        assertThat(refusal(changed("minimal", "</reporter>", "</reporter>" + longName))
                        .findings())
                .isNotEmpty();
    }

    @Test
    void leavesPartiesAndIncidentsCountedAsTheyAre() {
        var accepted = accepted(changed("full", "<victimPerson>", "<new>x</new><victimPerson>"));
        assertThat(view(accepted).parties().stream().filter(party -> party.role() == PartyRole.VICTIM))
                .hasSize(2);
    }
}
