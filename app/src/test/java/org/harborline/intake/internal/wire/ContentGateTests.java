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
    private static final String OTHER32 = "fedcba9876543210fedcba9876543210";

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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"md5\":\"@1\"}",
                "{\"md5\": [\n  \"@1\",\n  \"@2\"\n]}",
                "{\"algorithm\":\"md5\",\"value\":\"@1\"}",
                "{\"hash\":\"@1\",\"hashType\":\"md5\"}",
                "{\"files\":[{\"imageMd5\":\"@1\"},{\"imageMd5\":\"@2\"}]}",
                "'md5': '@1'",
                "Hash (MD5): @1",
                "MD5 hashes: @1",
                "MD5 hashes: @1, @2",
                "MD5 hashes: @1 and @2",
                "MD5 hashes:\n- @1\n- @2",
                "MD5s: @1",
                "MD5: @1, @2",
                "MD5: @1 (first file), @2 (second file)",
                "MD5 of photo.jpg: @1",
                "MD5 of photo.jpg: @1, photo2.jpg: @2",
                "MD5 of what was sent on that day: @1",
                "<md5>@1</md5>",
                "<sha256>@1@2</sha256>",
                "**MD5**: @1",
                "md5 -> @1",
                "md5|@1",
                "md5\t@1",
                "imageMd5: @1",
                "file_md5=@1",
                "filemd5=@1",
                "md5Hash: @1",
                "photoDnaHash: AbCdEfGh12345678AbCdEfGh12345678AbCdEfGh",
                "MD5: XrY7u+Ae7tCTyyK7j1rNww==, ASNFZ4mrze8BI0VniavN7w==",
                "the MD5 (0x@1)"
            })
    void dropsAFingerprintHoweverItIsLabelled(String pattern) {
        String text = filled(pattern);
        var accepted = withText("before " + text + " after");
        assertThat(accepted.receivedText())
                .contains("before ", " after", "[not kept: fingerprint, ")
                .doesNotContainIgnoringCase(HEX32, OTHER32, "AbCdEfGh12345678", "XrY7u+Ae", "ASNFZ4mr");
        assertThat(accepted.dropped())
                .isEqualTo(pattern.contains("@1@2") ? 1 : pattern.contains("@2") || pattern.contains("ASNF") ? 2 : 1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "MD5: @1, account @2",
                "md5=@1; user id: @2",
                "{\"md5\":\"@1\",\"userId\":\"@2\"}",
                "{\"md5\":\"@1\",\"screenName\":\"@2\"}",
                "<md5>@1</md5><account>@2</account>",
                "<md5>@1</md5><name>@2</name>",
                "@1 (MD5) uploaded by @2",
                "@1 (MD5), session @2",
                "account @2 has MD5 @1",
                "MD5: @1\nSeen again that evening in @2"
            })
    void keepsAnIdThatStandsBesideAFingerprint(String pattern) {
        var accepted = withText("before " + filled(pattern) + " after");
        assertThat(accepted.receivedText()).contains(OTHER32).doesNotContain(HEX32);
        assertThat(accepted.dropped()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "md5 was not computed, account @2",
                "md5 none; transaction id @2",
                "{\"md5\":null,\"screenName\":\"@2\"}",
                "md5 not computed. Nothing else is known of @2",
                "the MD5 was sent in channel 123456789012345678",
                "sha256 computed on 2026-11-20T08:15:00+00:00"
            })
    void keepsAnIdWhereAFingerprintIsOnlySpokenOf(String pattern) {
        String text = filled(pattern);
        var accepted = withText(text);
        assertThat(accepted.receivedText()).contains(text);
        assertThat(accepted.dropped()).isZero();
    }

    private static String filled(String pattern) {
        return pattern.replace("@1", HEX32).replace("@2", OTHER32);
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
                .contains("[not kept: fingerprint, 32 characters]", "[not kept: scale code, 2 characters]")
                .contains("[not kept: annotation]");
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
    void watchesWhatTheSenderSaysToAgencies() {
        String document = Samples.text("enticement").replace("[synthetic boilerplate 1]", "md5: " + HEX32);
        assertThat(documents.acceptReport(Samples.bytes(document), null).receivedText())
                .contains("[not kept: fingerprint")
                .doesNotContain("md5: " + HEX32);
    }

    @Test
    void watchesTheReportersSheetToo() {
        String media = "data:image/png;base64,iVBORw0KGgo";
        String document = Samples.text("enticement").replace("<firstName>Ada<", "<firstName>" + media + "<");
        assertThat(documents.acceptReport(Samples.bytes(document), null).reporterSheet())
                .contains("[not kept: ")
                .doesNotContain("iVBORw0KGgo");
    }
}
