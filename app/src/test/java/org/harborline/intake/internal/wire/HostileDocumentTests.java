// SPDX-License-Identifier: Apache-2.0
package org.harborline.intake.internal.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.harborline.intake.ReportNumber;
import org.harborline.intake.internal.wire.DocumentRefused.Layer;
import org.harborline.platform.testing.Growth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostileDocumentTests {

    private final ReportDocuments documents = new ReportDocuments(Samples.clock());

    private DocumentRefused refusal(byte[] document) {
        return catchThrowableOfType(DocumentRefused.class, () -> documents.acceptReport(document, null));
    }

    private void assertMalformed(byte[] document) {
        DocumentRefused refused = refusal(document);
        assertThat(refused).isNotNull();
        assertThat(refused.layer()).isEqualTo(Layer.FORM);
        assertThat(refused.findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.sentence()).isNotBlank());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "not xml",
                "<report>",
                "<report></rapport>",
                "<report/><report/>",
                "<!DOCTYPE report><report/>",
                "<!DOCTYPE report [<!ENTITY a \"b\">]><report>&a;</report>",
                "<!DOCTYPE report SYSTEM \"http://192.0.2.1/x.dtd\"><report/>",
                "<!DOCTYPE report [<!ENTITY x SYSTEM \"file:///etc/hostname\">]><report>&x;</report>",
                "<!DOCTYPE report [<!ENTITY % x SYSTEM \"http://192.0.2.1/x\"> %x;]><report/>",
                "<report>&undeclared;</report>",
                "<report>&#0;</report>",
                "<report>\u0000</report>",
                "<report>\u0001</report>",
                "<report>&#xFFFF;</report>",
                "<report a='1' a='2'/>",
                "<a:report/>",
                "<report>&lt</report>",
                "<?xml version=\"1.0\" encoding=\"UTF-7\"?><report/>",
                "<?xml version=\"1.0\" encoding=\"no-such-encoding\"?><report/>",
                "<?xml version=\"1.0\" encoding=\"UTF-16\"?><report/>",
                "<?xml version=\"9.0\"?><report/>",
                "<?xml version=\"1.1\"?><report/>",
                "<?xml version=\"1.1\"?><report>&#1;</report>"
            })
    void refusesWhatIsNotOneWellFormedDocument(String document) {
        assertMalformed(document.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    @Timeout(60)
    void refusesEntitiesThatMultiply() {
        var laughs = new StringBuilder("<!DOCTYPE report [<!ENTITY l0 \"ha\">");
        for (int i = 1; i < 20; i++) {
            laughs.append("<!ENTITY l")
                    .append(i)
                    .append(" \"")
                    .append(("&l" + (i - 1) + ";").repeat(10))
                    .append("\">");
        }
        assertMalformed(laughs.append("]><report>&l19;</report>").toString().getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void refusesDeepNestingWithoutDeepRecursion() {
        assertMalformed(("<a>".repeat(10_000) + "</a>".repeat(10_000)).getBytes(StandardCharsets.UTF_8));
        assertThat(refusal(("<report>".repeat(64) + "</report>".repeat(64)).getBytes(StandardCharsets.UTF_8))
                        .layer())
                .isEqualTo(Layer.CONTENT);
    }

    @Test
    void refusesTooManyAttributesAndTooLongOnes() {
        var many = new StringBuilder("<report");
        for (int i = 0; i <= DocumentReader.MAX_ATTRIBUTES; i++) {
            many.append(" a").append(i).append("='x'");
        }
        assertMalformed(many.append("/>").toString().getBytes(StandardCharsets.UTF_8));
        assertMalformed(("<report a='" + "x".repeat(100_000) + "'/>").getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void refusesBytesThatAreNotTheDeclaredEncoding() {
        assertMalformed("<report>Zoë</report>".getBytes(StandardCharsets.ISO_8859_1));
        assertMalformed("<?xml version=\"1.0\" encoding=\"UTF-8\"?><report/>".getBytes(StandardCharsets.UTF_16LE));
        assertMalformed("<?xml version=\"1.0\"?><report/>".getBytes(Charset.forName("UTF-32")));
        assertMalformed("<?xml version=\"1.0\"?><report/>".getBytes(Charset.forName("IBM037")));
        assertMalformed(new byte[] {(byte) 0xFF, (byte) 0xFE, 0, 0, 1, 2, 3});
    }

    @ParameterizedTest
    @ValueSource(strings = {"\uFFFE", "\uFFFF"})
    void refusesCharactersThatNoDocumentMayHold(String character) {
        for (String place : new String[] {
            "<additionalInfo>a" + character + "b</additionalInfo>",
            "<additionalInfo><![CDATA[a" + character + "b]]></additionalInfo>",
            "<additionalInfo a='" + character + "'/>"
        }) {
            assertMalformed(Samples.text("minimal")
                    .replace("</report>", place + "</report>")
                    .getBytes(StandardCharsets.UTF_16));
        }
    }

    @Test
    void doesNotFollowTheSchemaHint() {
        String document = Samples.text("minimal")
                .replace(
                        "<report>",
                        "<report xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\""
                                + " xsi:noNamespaceSchemaLocation=\"http://192.0.2.1/x.xsd\">");
        assertThat(documents.acceptReport(Samples.bytes(document), null)).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"xsi:type=\"xs:string\"", "xsi:nil=\"true\""})
    void refusesAttributesThatChangeTheSchema(String attribute) {
        String document = Samples.text("minimal")
                .replace(
                        "<incidentType>",
                        "<incidentType xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\""
                                + " xmlns:xs=\"http://www.w3.org/2001/XMLSchema\" " + attribute + ">");
        assertThat(refusal(Samples.bytes(document)).layer()).isEqualTo(Layer.CONTENT);
    }

    @Test
    @Timeout(120)
    void readsFiveMegabytesOfAnythingInLinearTime() {
        for (String unit : new String[] {
            "md5 md5 ",
            "data:data:,",
            "a",
            "0123456789abcdef",
            "sha1-sha1-",
            "(",
            "base64,base64,",
            "/9j/",
            "file file ",
            "md5 (",
            "md5 a b c d e f ",
            "md5: 0123456789abcdef, ",
            "md5,\n",
            "md5\"\"\"\"",
            "aa:bb "
        }) {
            Growth.isLinear(1_900_000, unit, size -> {
                String filler = unit.repeat(size / unit.length());
                String document = Samples.text("minimal")
                        .replace("</report>", "<additionalInfo>" + filler + "</additionalInfo></report>");
                assertThat(documents.acceptReport(Samples.bytes(document), null))
                        .isNotNull();
            });
        }
    }

    @Test
    void readsAgainWhatGrewBecauseMarkersAreLongerThanWhatTheyReplace() {
        String lines = "md5: 0123456789abcdef0123456789abcdef\n".repeat(DocumentReader.MAX_TEXT_LENGTH / 38);
        var accepted = documents.acceptReport(
                Samples.bytes(Samples.text("minimal")
                        .replace("</report>", "<additionalInfo>" + lines + "</additionalInfo></report>")),
                null);
        assertThat(accepted.dropped()).isEqualTo(DocumentReader.MAX_TEXT_LENGTH / 38);
        assertThat(accepted.receivedText()).hasSizeGreaterThan(DocumentReader.MAX_TEXT_LENGTH);
        assertThat(documents.read(new ReportNumber(1), new UUID(0, 1), accepted.receivedText(), List.of()))
                .isNotNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<%s/>",
                "<p:%s xmlns:p='urn:x'/>",
                "<victim><%s/></victim>",
                "<victim><victimPerson %1$s1='' %1$s2='' %1$s3=''/></victim>",
                "<spam/>"
            })
    void refusesManyFaultsAsFastAsAFew(String fault) {
        Growth.isLinear(40_000, "faults before the end", count -> refused("</report>", faults(fault, count)));
        Growth.isLinear(
                40_000,
                "faults in an early element",
                count -> refused(
                        "<incidentDateTime>", "<reportAnnotations>" + faults(fault, count) + "</reportAnnotations>"));
    }

    private static String faults(String fault, int count) {
        var name = "unknownNameOfAnElementThatIsLikeManyOthersAndLong";
        var faults = new StringBuilder();
        for (int i = 0; i < count && faults.length() < 4_900_000; i++) {
            faults.append(String.format(fault, name + i));
        }
        return faults.toString();
    }

    private void refused(String before, String faults) {
        byte[] document = Samples.bytes(Samples.text("minimal").replace(before, faults + before));
        assertThat(refusal(document).findings()).hasSize(Findings.LIMIT);
    }

    @Test
    void survivesEveryTruncationAndManyFlippedBytes() {
        byte[] document = Samples.bytes(Samples.text("enticement"));
        for (int i = 0; i < document.length; i++) {
            byte[] flipped = document.clone();
            flipped[i] ^= (byte) (1 << (i % 8));
            attempt(flipped);
            attempt(Arrays.copyOf(document, i));
        }
    }

    private void attempt(byte[] document) {
        try {
            assertThat(documents.acceptReport(document, null).receivedText()).isNotEmpty();
        } catch (DocumentRefused refused) {
            assertThat(refused.findings()).isNotEmpty();
        }
    }
}
