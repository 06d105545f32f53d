// SPDX-License-Identifier: Apache-2.0
package org.harborline.journal.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.PublicKeySign;
import com.google.crypto.tink.PublicKeyVerify;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.signature.PredefinedSignatureParameters;
import com.google.crypto.tink.signature.SignatureConfig;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.harborline.journal.Inclusion;
import org.harborline.journal.Inclusion.Flaw;
import org.harborline.journal.internal.SubtreeTable.Range;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AuditPathTests {

    private static final Instant SIGNED = Instant.parse("2026-11-26T12:00:00Z");
    private static final Pair OURS = Pair.fresh();
    private static final Pair THEIRS = Pair.fresh();

    private record Pair(PublicKeySign signer, PublicKeyVerify verifier) {

        static Pair fresh() {
            try {
                SignatureConfig.register();
                var secret = KeysetHandle.generateNew(
                        PredefinedSignatureParameters.ED25519WithRawOutput, RegistryConfiguration.get());
                return new Pair(
                        secret.getPrimitive(RegistryConfiguration.get(), PublicKeySign.class),
                        secret.getPublicKeysetHandle()
                                .getPrimitive(RegistryConfiguration.get(), PublicKeyVerify.class));
            } catch (GeneralSecurityException impossible) {
                throw new IllegalStateException(impossible);
            }
        }
    }

    /// A journal in memory: its leaves, and the subtrees that were complete when it had that many.
    private static final class Tree {

        private final Frontier frontier = Frontier.empty();
        private final Map<Integer, List<byte[]>> rows = new HashMap<>();
        private int read;

        private Tree(long size) {
            for (long i = 1; i <= size; i++) {
                byte[] leaf = Chain.leaf("entry " + i);
                rows.computeIfAbsent(0, _ -> new ArrayList<>()).add(leaf);
                frontier.add(leaf, (height, hash) -> {
                    if (SubtreeTable.HEIGHTS.contains(height)) {
                        rows.computeIfAbsent(height, _ -> new ArrayList<>()).add(hash);
                    }
                });
            }
        }

        private Map<Integer, List<byte[]>> read(List<Range> ranges) {
            var found = new HashMap<Integer, List<byte[]>>();
            for (Range range : ranges) {
                List<byte[]> row = rows.getOrDefault(range.height(), List.of());
                found.put(range.height(), row.subList((int) Math.min(row.size(), range.after() >> range.height()), (int)
                        Math.min(row.size(), range.last() >> range.height())));
                read += found.get(range.height()).size();
            }
            return found;
        }

        private Inclusion inclusion(long position) {
            Root root = Root.sign(OURS.signer(), frontier, SIGNED);
            return new Inclusion(
                    position,
                    "entry " + position,
                    Chain.encode(Chain.leaf("entry " + position)),
                    AuditPath.of(root, position, this::read).orElseThrow().stream()
                            .map(Chain::encode)
                            .toList(),
                    root.size(),
                    root.root(),
                    root.signature(),
                    root.signedAt());
        }
    }

    @Test
    void everyEntryOfEverySmallJournalIsShown() {
        for (long size = 1; size <= 300; size += size < 70 ? 1 : 23) {
            var tree = new Tree(size);
            assertThat(LongStream.rangeClosed(1, size)
                            .filter(position -> tree.inclusion(position)
                                    .flaw(OURS.verifier())
                                    .isPresent()))
                    .as("size %d", size)
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {255, 256, 257, 511, 512, 513, 65_535, 65_536, 65_537, 66_000, 131_072})
    void entriesAtTheBordersOfStoredSubtreesAreShown(long size) {
        var tree = new Tree(size);
        assertThat(LongStream.of(
                                1, 2, 255, 256, 257, 512, 513, 65_280, 65_535, 65_536, 65_537, size / 2, size - 1, size)
                        .filter(position -> position >= 1 && position <= size)
                        .filter(position ->
                                tree.inclusion(position).flaw(OURS.verifier()).isPresent()))
                .isEmpty();
    }

    @Test
    void readsHundredsOfHashesHoweverManyEntriesThereAre() {
        var tree = new Tree(1 << 18);
        tree.inclusion(123_457);
        assertThat(tree.read).isPositive().isLessThanOrEqualTo(256 + 256 + 4);
    }

    @Test
    void thereIsNoProofWhileAStoredSubtreeIsMissing() {
        var tree = new Tree(600);
        tree.rows.get(8).removeLast();
        Root root = Root.sign(OURS.signer(), tree.frontier, SIGNED);
        assertThat(AuditPath.of(root, 3, tree::read)).isEmpty();
        assertThat(AuditPath.of(root, 600, tree::read))
                .as("under the right edge")
                .isPresent();
    }

    @Test
    void thePathsAreThoseOfTheCertificateTransparencyTestTree() {
        var frontier = Frontier.empty();
        List<byte[]> leaves = new ArrayList<>();
        for (String leaf : List.of(
                "", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f")) {
            leaves.add(Chain.sha256(new byte[] {0}, HexFormat.of().parseHex(leaf)));
            frontier.add(leaves.getLast());
        }
        Root root = Root.sign(OURS.signer(), frontier, SIGNED);
        assertThat(AuditPath.of(root, 1, ranges -> Map.of(0, leaves)).orElseThrow())
                .extracting(HexFormat.of()::formatHex)
                .containsExactly(
                        "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
                        "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
                        "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4");
    }

    @Test
    void whateverIsChangedIsNamed() {
        Inclusion good = new Tree(300).inclusion(77);
        assertThat(good.flaw(OURS.verifier())).isEmpty();
        assertThat(good.flaw(THEIRS.verifier())).hasValue(Flaw.ROOT);
        String other = Chain.encode(Chain.leaf("other"));
        assertThat(with(77, "entry 78", good.leaf(), good.path(), 300, good.root()))
                .hasValue(Flaw.LEAF);
        assertThat(with(77, good.entry(), other, good.path(), 300, good.root())).hasValue(Flaw.LEAF);
        assertThat(with(78, good.entry(), good.leaf(), good.path(), 300, good.root()))
                .hasValue(Flaw.PATH);
        assertThat(with(77, good.entry(), good.leaf(), good.path(), 300, other)).hasValue(Flaw.PATH);
        assertThat(with(77, good.entry(), good.leaf(), good.path(), 301, good.root()))
                .hasValue(Flaw.ROOT);
        assertThat(with(400, good.entry(), good.leaf(), good.path(), 300, good.root()))
                .hasValue(Flaw.PATH);
        assertThat(IntStream.range(0, good.path().size()).filter(step -> {
                    var path = new ArrayList<>(good.path());
                    path.set(step, other);
                    return !with(77, good.entry(), good.leaf(), path, 300, good.root())
                            .equals(java.util.Optional.of(Flaw.PATH));
                }))
                .isEmpty();
        assertThat(with(77, good.entry(), good.leaf(), good.path().subList(1, 4), 300, good.root()))
                .hasValue(Flaw.PATH);
        assertThat(with(77, good.entry(), good.leaf(), List.of("no hash"), 300, good.root()))
                .hasValue(Flaw.PATH);
    }

    private static java.util.Optional<Flaw> with(
            long position, String entry, String leaf, List<String> path, long size, String root) {
        String signature = new Tree(300).inclusion(77).signature();
        return new Inclusion(position, entry, leaf, path, size, root, signature, SIGNED).flaw(OURS.verifier());
    }
}
