// SPDX-License-Identifier: Apache-2.0
package org.harborline.referral.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.harborline.platform.DataDirectory;
import org.harborline.platform.PublishedKey;
import org.harborline.referral.internal.PackageVerifier.Verdict;
import org.harborline.referral.internal.SamplePackages.Keys;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackageVerifierTests {

    private static final Keys OURS = Keys.fresh();
    private static final Keys THEIRS = Keys.fresh();
    private static final byte[] PACKAGE =
            new PackageComposer(new PackagePdf()).compose(SamplePackages.full(), Locale.ENGLISH, OURS.signer());

    @TempDir
    private Path directory;

    private DataDirectory data;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @BeforeEach
    void publish() throws IOException {
        data = new DataDirectory(directory.resolve("data"));
        PublishedKey.write(PublishedKey.of(data), OURS.published());
    }

    @Test
    void acceptsWhatItsOwnKeySigned() {
        assertThat(PackageVerifier.verify(PACKAGE, OURS.verifier()))
                .isInstanceOfSatisfying(Verdict.Valid.class, valid -> {
                    assertThat(valid.manifest().reference()).isEqualTo("HL-1042317-1");
                    assertThat(valid.manifest().journalPosition()).isEqualTo(4_711);
                    assertThat(valid.manifest().files())
                            .extracting(PackageManifest.PartFile::name)
                            .containsExactly(PackageComposer.PAGES, PackageComposer.DOCUMENT);
                });
    }

    @Test
    void refusesASmallPackageWhenAnyOneBitIsChanged() {
        var parts = new LinkedHashMap<String, byte[]>();
        parts.put(PackageComposer.MANIFEST, PackageComposer.JSON.writeValueAsBytes(emptyManifest()));
        byte[] small = PackageFile.write(parts, SamplePackages.MADE, OURS.signer());
        assertThat(PackageVerifier.verify(small, OURS.verifier())).isInstanceOf(Verdict.Valid.class);

        var accepted = IntStream.range(0, small.length * 8)
                .filter(bit ->
                        !(PackageVerifier.verify(flipped(small, bit), OURS.verifier()) instanceof Verdict.NotSigned))
                .toArray();

        assertThat(accepted).isEmpty();
    }

    @Test
    void refusesAWholePackageWhenABitOfAnyByteIsChanged() {
        var accepted = IntStream.range(0, PACKAGE.length)
                .filter(at -> at % 97 == 0 || at >= PACKAGE.length - 200)
                .filter(at -> !(PackageVerifier.verify(flipped(PACKAGE, at * 8 + at % 8), OURS.verifier())
                        instanceof Verdict.NotSigned))
                .toArray();

        assertThat(accepted).isEmpty();
    }

    @Test
    void refusesBytesAddedOrCutOff() {
        assertThat(PackageVerifier.verify(Arrays.copyOf(PACKAGE, PACKAGE.length + 1), OURS.verifier()))
                .isInstanceOf(Verdict.NotSigned.class);
        assertThat(PackageVerifier.verify(Arrays.copyOf(PACKAGE, PACKAGE.length - 1), OURS.verifier()))
                .isInstanceOf(Verdict.NotSigned.class);
        assertThat(PackageVerifier.verify(new byte[0], OURS.verifier())).isInstanceOf(Verdict.NotSigned.class);
    }

    @Test
    void refusesThePackageReSignedWithAnotherKey() {
        var parts = PackageFile.read(PACKAGE, OURS.verifier()).orElseThrow();
        byte[] reSigned = PackageFile.write(parts, SamplePackages.MADE, THEIRS.signer());

        assertThat(PackageVerifier.verify(reSigned, OURS.verifier())).isInstanceOf(Verdict.NotSigned.class);
        assertThat(PackageVerifier.verify(reSigned, THEIRS.verifier())).isInstanceOf(Verdict.Valid.class);
    }

    @Test
    void refusesAPackageWhosePartsAreNotThoseOfItsManifest() {
        var parts =
                new LinkedHashMap<>(PackageFile.read(PACKAGE, OURS.verifier()).orElseThrow());
        parts.put(PackageComposer.DOCUMENT, "{}".getBytes(StandardCharsets.UTF_8));
        byte[] other = PackageFile.write(parts, SamplePackages.MADE, OURS.signer());

        assertThat(PackageVerifier.verify(other, OURS.verifier())).isInstanceOf(Verdict.Incomplete.class);
    }

    @Test
    void opensInAnyProgramThatReadsZip() throws IOException {
        Path file = Files.write(directory.resolve("package.zip"), PACKAGE);
        try (var zip = new java.util.zip.ZipFile(file.toFile())) {
            assertThat(zip.size()).isEqualTo(3);
            assertThat(zip.getComment()).startsWith(PackageFile.LABEL);
        }
    }

    @Test
    void theCommandSaysValidByThePublishedKeyAndByAGivenOne() throws IOException {
        Path file = Files.write(directory.resolve("package.zip"), PACKAGE);
        Path key = Files.writeString(directory.resolve("key.json"), OURS.published());

        assertThat(run(file.toString())).isZero();
        assertThat(run(file.toString(), "--key", key.toString())).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("valid: HL-1042317-1")
                .contains("4711");
    }

    @Test
    void theCommandSaysInvalidForAChangedFileAndForAnotherKey() throws IOException {
        Path changed = Files.write(directory.resolve("changed.zip"), flipped(PACKAGE, 4_000));
        Path file = Files.write(directory.resolve("package.zip"), PACKAGE);
        Path other = Files.writeString(directory.resolve("other.json"), THEIRS.published());

        assertThat(run(changed.toString())).isEqualTo(1);
        assertThat(run(file.toString(), "--key", other.toString())).isEqualTo(1);
        assertThat(out.size()).isZero();
    }

    @Test
    void theCommandRefusesWrongUsage() throws IOException {
        Path file = Files.write(directory.resolve("package.zip"), PACKAGE);

        assertThat(run()).isEqualTo(2);
        assertThat(run(file.toString(), "--trust", file.toString())).isEqualTo(2);
        assertThat(run(file.toString(), "--key", file.toString())).isEqualTo(2);
        assertThat(run(directory.resolve("absent.zip").toString())).isEqualTo(2);
    }

    private int run(String... arguments) {
        var command = new VerifyPackage(
                data,
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
        return command.run(List.of(arguments));
    }

    private static PackageManifest emptyManifest() {
        var head = SamplePackages.bare().head();
        return new PackageManifest(
                PackageManifest.FORMAT,
                head.reference(),
                head.kind(),
                true,
                head.report(),
                head.referral(),
                "-",
                head.madeAt(),
                head.madeBy(),
                1,
                PackageManifest.HOW_SIGNED,
                List.of());
    }

    private static byte[] flipped(byte[] file, int bit) {
        byte[] copy = file.clone();
        copy[bit / 8] ^= (byte) (1 << (bit % 8));
        return copy;
    }
}
