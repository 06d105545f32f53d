// SPDX-License-Identifier: Apache-2.0
package org.harborline.intake.internal.wire;

import static org.assertj.core.api.Assertions.assertThat;

import org.harborline.intake.IdentifierKind;
import org.harborline.intake.PartyRole;
import org.harborline.intake.StatedIdentifier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContentGateTests {

    private static final String HEX32 = "0123456789abcdef0123456789abcdef";

    private final ReportDocuments documents = new ReportDocuments(Samples.clock());

    private ReportDocuments.AcceptedReport withText(String text) {
        String escaped = text.replace("&", "&amp;").replace("<", "&lt;");
        String document = Samples.text("minimal")
                .replace("</report>", "<additionalInfo>" + escaped + "</additionalInfo></report>");
        return documents.acceptReport(Samples.bytes(document), null);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        MD5: 0123456789abcdef0123456789abcdef                                      | 32
        md5=0123456789ABCDEF0123456789ABCDEF.                                      | 32
        The md5 hash is 0123456789abcdef0123456789abcdef, seen twice               | 32
        md5sum 0123456789abcdef0123456789abcdef                                    | 32
        MD5 (name.bin) = 0123456789abcdef0123456789abcdef                          | 32
        MD5 of the file: 0123456789abcdef0123456789abcdef                          | 32
        0123456789abcdef0123456789abcdef (MD5)                                     | 32
        SHA1 0123456789abcdef0123456789abcdef01234567                              | 40
        SHA-256: 01:23:45:67:89:ab:cd:ef:01:23:45:67:89:ab:cd:ef                   | 47
        sha256 checksum "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef" | 64
        PhotoDNA: AbCdEfGh12345678AbCdEfGh12345678AbCdEfGh                         | 40
        PDQ hash f8f8f0cee0f4a84f06370a22038f63f0b36e2ed596621e1d33e6b39c4e9c9b22  | 64
        CRC32 deadbeef                                                             | 8
        """)
    void dropsALabelledFingerprintAndKeepsTheLabel(String text, int length) {
        var accepted = withText("before " + text + " after");
        assertThat(accepted.receivedText())
                .contains("[not kept: fingerprint, " + length + " characters]")
                .containsIgnoringCase(text.replaceAll("(?i).*?\\b(md5|sha-?(?:1|256)|photodna|pdq|crc32).*", "$1"))
                .contains("before ", " after")
                .doesNotContainIgnoringCase("0123456789abcdef", "AbCdEfGh12345678", "f8f8f0ce", "deadbeef");
        assertThat(accepted.dropped()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "account 0123456789abcdef0123456789abcdef",
                "our reference: QmYwAPJzv5CZsnA625s3Xf2nemtYgPpHdWEz79ojWKPBdG",
                "transaction 0x0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef",
                "session eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9eyJzdWIiOiIxMjM0NTY3ODkwIn0",
                "the md5 was not computed",
                "hash: 0123456789abcdef0123456789abcdef",
                "the crash 0123456789abcdef happened at 2026-11-20T08:15:00Z",
                "sha256 computed 2026-11-20T08:15:00Z",
                "metadata:none, see the database: user 17",
                "contact +1 202 555 0143 or sample@mail.example"
            })
    void keepsWhatOnlyLooksLikeAFingerprint(String text) {
        var accepted = withText(text);
        assertThat(accepted.receivedText()).contains(text);
        assertThat(accepted.dropped()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAUAAAAFCAYAAACNbyblAAAA",
                "DATA:;base64,AAAA",
                "data:text/html,%3Cscript%3E",
                "/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAAgGBgcGBQgHBwcJCQgKDBQNDAsLDBkS",
                "iVBORw0KGgoAAAANSUhEUgAAAAUAAAAFCAYAAACNbyblAAAAHElEQVQI12P4",
                "thumbnail: QUJDREVGR0hJSktMTU5PUFFSU1RVVldYWVpBQkNERUZHSElKS0xNTk9QUVJTVFVWV1hZWg==",
                "base64,QUJDREVGR0hJSktMTU5PUFFSU1RVVldYWVpBQkNERUZHSElKS0xNTk9QUVJTVFVWV1hZWg=="
            })
    void dropsEncodedMedia(String text) {
        var accepted = withText("before " + text + " after");
        assertThat(accepted.receivedText())
                .contains("before ", " after", "[not kept: ")
                .doesNotContain(text);
        assertThat(accepted.dropped()).isEqualTo(1);
    }

    @Test
    void dropsEncodedMediaOverManyLinesWhole() {
        String line = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/ABCDEFGHIJKL";
        var accepted = withText("x /9j/" + line + "\n" + line + "\n" + line + "\nABCDEFG= and more words");
        assertThat(accepted.receivedText()).doesNotContain("ABCDEFG").contains(" and more words");
    }

    @Test
    void dropsADataAddressFromAnyField() {
        String document = Samples.text("minimal")
                .replace(
                        "<reporter>",
                        "<internetDetails><webPageIncident><url>data:image/png;base64,iVBORw0KGgo</url></webPageIncident></internetDetails><reporter>");
        var accepted = documents.acceptReport(Samples.bytes(document), null);
        assertThat(accepted.receivedText()).contains("[not kept: data address").doesNotContain("iVBOR");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://cdn.example/get?file=users/sample_person/2026/11/20/a-path-of-many-parts/that-goes-on/17",
                "https://video.example/watch?video=AbCdEfGhIjKlMnOpQrStUvWxYz0123456789AbCdEfGhIjKlMnOpQrStUvWxYz",
                "https://pages.example/go?u=data:a,b",
                "https://pages.example/data:17,18/metadata:a,b"
            })
    void keepsAddressesThatOnlyResembleEncodedMedia(String address) {
        String document = Samples.text("minimal")
                .replace(
                        "<reporter>",
                        "<internetDetails><webPageIncident><url>" + address
                                + "</url></webPageIncident></internetDetails><reporter>")
                .replace(
                        "</reporter>",
                        "</reporter><personOrUserReported><espIdentifier>" + address + "</espIdentifier><profileUrl>"
                                + address + "</profileUrl></personOrUserReported>");
        var accepted = documents.acceptReport(Samples.bytes(document), null);
        assertThat(accepted.receivedText())
                .contains(
                        "<url>" + address + "</url>",
                        "<espIdentifier>" + address + "</espIdentifier>",
                        "<profileUrl>" + address + "</profileUrl>");
        assertThat(accepted.dropped()).isZero();
    }

    @ParameterizedTest
    @EnumSource(Dropped.Kind.class)
    void marksAnIdentifierSoThatItIsKnownToBeCut(Dropped.Kind kind) {
        String marker = new Dropped("url", kind, 62).marker();
        assertThat(stated("https://cdn.example/get?file=" + marker).isWhole()).isFalse();
        assertThat(stated("https://cdn.example/get?file=17").isWhole()).isTrue();
    }

    private static StatedIdentifier stated(String value) {
        return new StatedIdentifier(
                IdentifierKind.URL,
                value,
                null,
                null,
                PartyRole.INCIDENT,
                0,
                null,
                null,
                null,
                StatedIdentifier.Quality.UNSTATED,
                "/report");
    }

    @Test
    void keepsWhereAnItemIsToBeFound() {
        String address =
                "https://cdn.example/get?attachment=AbCdEfGhIjKlMnOpQrStUvWxYz0123456789AbCdEfGhIjKlMnOpQrStUv";
        String item = Samples.text("item")
                .replace("<fileViewedByEsp>", "<locationOfFile>" + address + "</locationOfFile><fileViewedByEsp>");
        assertThat(documents.acceptItem(Samples.bytes(item), null, _ -> false).receivedText())
                .contains(address);
    }

    @Test
    void keepsAnAccountIdOfThirtyTwoHexDigits() {
        String document = Samples.text("minimal")
                .replace(
                        "</reporter>",
                        "</reporter><personOrUserReported><espIdentifier>" + HEX32
                                + "</espIdentifier></personOrUserReported>");
        assertThat(documents.acceptReport(Samples.bytes(document), null).receivedText())
                .contains(HEX32);
    }

    @Test
    void dropsFromAnItemWhatIsNeverHeld() {
        var accepted = documents.acceptItem(Samples.bytes(Samples.text("item-full")), null, _ -> false);
        assertThat(accepted.receivedText())
                .doesNotContain(
                        "name-one", "name-two", "001122", "MD5", "Example Camera", "PDQ", "0f0f", "B2", "infant")
                .contains("item-88-B", "https://files.example/88-B", "490154203237518", "generativeAi", "viral")
                .contains("[not kept: fingerprint, 32 characters]", "[not kept: scale code, 2 characters]");
        assertThat(accepted.dropped()).isEqualTo(8);
    }

    @Test
    void dropsFileNamesOfAPeerToPeerIncident() {
        assertThat(documents
                        .acceptReport(Samples.bytes(Samples.text("full")), null)
                        .receivedText())
                .doesNotContain("one.bin")
                .contains("[not kept: file name, 15 characters]");
    }

    @Test
    void watchesTheReportersSheetToo() {
        String document = Samples.text("enticement").replace("[synthetic boilerplate 1]", "md5: " + HEX32);
        assertThat(documents.acceptReport(Samples.bytes(document), null).reporterSheet())
                .contains("[not kept: fingerprint")
                .doesNotContain(HEX32);
    }
}
