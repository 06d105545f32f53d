// SPDX-License-Identifier: Apache-2.0
package org.harborline.intake.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.PublicKeySign;
import com.google.crypto.tink.PublicKeyVerify;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.signature.PredefinedSignatureParameters;
import com.google.crypto.tink.signature.SignatureConfig;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.harborline.intake.ReceiptVerdict;
import org.harborline.intake.ReceiptVerdict.Flaw;
import org.harborline.journal.Inclusion;
import org.harborline.platform.DataDirectory;
import org.harborline.platform.PublishedKey;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReceiptVerifierTests {

    private static final Instant FILED = Instant.parse("2026-11-26T10:15:30.123456Z");
    private static final String ENTRY = """
            [2,"intake.report-filed",1,"report","1042317","credential-1",null,"request-1",null,null,1795688130123456,\
            "{\\"report\\":1042317,\\"filedAt\\":\\"2026-11-26T10:15:30.123456Z\\"}"]""";
    private static final Keys OURS = Keys.fresh();
    private static final Keys THEIRS = Keys.fresh();

    @TempDir
    private Path directory;

    private DataDirectory data;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    record Keys(PublicKeySign signer, PublicKeyVerify verifier, String published) {

        static Keys fresh() {
            try {
                SignatureConfig.register();
                var secret = KeysetHandle.generateNew(
                        PredefinedSignatureParameters.ED25519WithRawOutput, RegistryConfiguration.get());
                var open = secret.getPublicKeysetHandle();
                return new Keys(
                        secret.getPrimitive(RegistryConfiguration.get(), PublicKeySign.class),
                        open.getPrimitive(RegistryConfiguration.get(), PublicKeyVerify.class),
                        TinkJsonProtoKeysetFormat.serializeKeysetWithoutSecret(open, RegistryConfiguration.get()));
            } catch (GeneralSecurityException impossible) {
                throw new IllegalStateException(impossible);
            }
        }
    }

    @BeforeEach
    void publish() throws IOException {
        data = new DataDirectory(directory.resolve("data"));
        PublishedKey.write(PublishedKey.of(data), OURS.published());
    }

    private static String encode(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    /// Under a root over three entries, of which this is the second.
    private static Inclusion proof(String entry, Keys keys) {
        byte[] leaf = Inclusion.leaf(entry);
        byte[] before = Inclusion.leaf("before");
        byte[] after = Inclusion.leaf("after");
        String root = encode(Inclusion.node(Inclusion.node(before, leaf), after));
        Instant signed = FILED.plusSeconds(1_800);
        try {
            return new Inclusion(
                    2,
                    entry,
                    encode(leaf),
                    List.of(encode(before), encode(after)),
                    3,
                    root,
                    encode(keys.signer().sign(Inclusion.statement(3, root, signed))),
                    signed);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static ReceiptFile file(long report, @org.jspecify.annotations.Nullable Inclusion proof) {
        return new ReceiptFile(
                ReceiptFile.FORMAT,
                report,
                "example-chat",
                FILED.minusSeconds(60),
                FILED,
                FILED.plusSeconds(31_536_000),
                "No statutory effect.",
                FILED.plusSeconds(7_200),
                4_711,
                proof == null ? FILED.plusSeconds(3_600) : null,
                proof,
                "");
    }

    private static String receipt() {
        return file(1_042_317, proof(ENTRY, OURS)).signed(OURS.signer()).text();
    }

    private static ReceiptVerdict verdict(String text) {
        return ReceiptVerifier.verify(text, OURS.verifier());
    }

    @Test
    void acceptsWhatItsOwnKeySigned() {
        assertThat(verdict(receipt())).isInstanceOfSatisfying(ReceiptVerdict.Proved.class, proved -> {
            assertThat(proved.report()).isEqualTo(1_042_317);
            assertThat(proved.filedAt()).isEqualTo(FILED);
            assertThat(proved.position()).isEqualTo(2);
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    "report" : 1042317 | "report" : 1042318 | REPORT
                    "example-chat" | "other-chat" | WORDS
                    "openedAt" : "2026 | "openedAt" : "2025 | WORDS
                    "filedAt" : "2026 | "filedAt" : "2025 | TIME
                    "preservedUntil" : "2027 | "preservedUntil" : "2026 | WORDS
                    No statutory effect | Statutory effect | WORDS
                    "issuedAt" : "2026 | "issuedAt" : "2025 | WORDS
                    "keyId" : 4711 | "keyId" : 4712 | WORDS
                    credential-1 | credential-2 | ENTRY
                    "position" : 2 | "position" : 1 | PATH
                    "size" : 3 | "size" : 4 | ROOT
                    "leaf" : " | "leaf" : "A | ENTRY
                    "root" : " | "root" : "A | PATH
                    "signedAt" : "2026 | "signedAt" : "2025 | ROOT
                    harborline-receipt-1 | harborline-receipt-2 | UNREADABLE
                    "proofFrom" : null | "proofFrom" : "2026-11-26T11:15:30Z" | UNREADABLE
                    "report" : | "report" : 1, "report" : | UNREADABLE
                    "report" : | "more" : 1, "report" : | UNREADABLE
                    """)
    void namesWhatWasChanged(String was, String is, Flaw flaw) {
        String changed = receipt().replace(was, is);
        assertThat(changed).isNotEqualTo(receipt());
        assertThat(verdict(changed)).isEqualTo(new ReceiptVerdict.Wrong(flaw));
    }

    @Test
    void refusesARootOfAnotherInstallation() {
        String text =
                file(1_042_317, proof(ENTRY, THEIRS)).signed(OURS.signer()).text();
        assertThat(verdict(text)).isEqualTo(new ReceiptVerdict.Wrong(Flaw.ROOT));
    }

    @Test
    void refusesAnEntryThatIsInTheJournalAndIsSomethingElse() {
        String other = ENTRY.replace("intake.report-filed", "intake.report-retracted");
        String text = file(1_042_317, proof(other, OURS)).signed(OURS.signer()).text();
        assertThat(verdict(text)).isEqualTo(new ReceiptVerdict.Wrong(Flaw.REPORT));
    }

    @Test
    void refusesAnEntryOfAnotherPosition() {
        String other = ENTRY.replace("[2,", "[1,");
        String text = file(1_042_317, proof(other, OURS)).signed(OURS.signer()).text();
        assertThat(verdict(text)).isEqualTo(new ReceiptVerdict.Wrong(Flaw.POSITION));
    }

    @Test
    void saysThatAReceiptOlderThanItsRootIsGenuineAndProvesNothingYet() {
        String text = file(1_042_317, null).signed(OURS.signer()).text();
        assertThat(verdict(text)).isEqualTo(new ReceiptVerdict.Unproved(1_042_317, FILED, FILED.plusSeconds(3_600)));
        assertThat(verdict(text.replace("1042317", "1042318"))).isEqualTo(new ReceiptVerdict.Wrong(Flaw.WORDS));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "{}", "{\"format\":\"harborline-receipt-1\"}", "[[[[[[", "\u0000"})
    void refusesWhateverElseIsPasted(String text) {
        assertThat(verdict(text)).isEqualTo(new ReceiptVerdict.Wrong(Flaw.UNREADABLE));
    }

    @Test
    void refusesATextThatIsTooLong() {
        assertThat(verdict(receipt() + " ".repeat(ReceiptVerifier.LARGEST)))
                .isEqualTo(new ReceiptVerdict.Wrong(Flaw.UNREADABLE));
    }

    @Test
    void theCommandSaysValidByThePublishedKeyAndByAGivenOne() throws IOException {
        Path file = Files.writeString(directory.resolve("receipt.json"), receipt());
        Path key = Files.writeString(directory.resolve("key.json"), OURS.published());

        assertThat(run(file.toString())).isZero();
        assertThat(run(file.toString(), "--key", key.toString())).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("valid: report 1042317", "entry 2");
    }

    @Test
    void theCommandSaysInvalidForAChangedReceiptAndForAnotherKey() throws IOException {
        Path changed = Files.writeString(
                directory.resolve("changed.json"), receipt().replace("\"report\" : 1042317", "\"report\" : 1042318"));
        Path file = Files.writeString(directory.resolve("receipt.json"), receipt());
        Path other = Files.writeString(directory.resolve("other.json"), THEIRS.published());

        assertThat(run(changed.toString())).isEqualTo(1);
        assertThat(run(file.toString(), "--key", other.toString())).isEqualTo(1);
        assertThat(out.size()).isZero();
        assertThat(err.toString(StandardCharsets.UTF_8))
                .contains("not the filing of the report", "another installation");
    }

    @Test
    void theCommandRefusesWrongUsage() throws IOException {
        Path file = Files.writeString(directory.resolve("receipt.json"), receipt());

        assertThat(run()).isEqualTo(2);
        assertThat(run(file.toString(), "--trust", file.toString())).isEqualTo(2);
        assertThat(run(file.toString(), "--key", file.toString())).isEqualTo(2);
        assertThat(run(directory.resolve("absent.json").toString())).isEqualTo(2);
    }

    private int run(String... arguments) {
        return new VerifyReceipt(
                        data,
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8))
                .run(List.of(arguments));
    }
}
