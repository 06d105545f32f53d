// SPDX-License-Identifier: Apache-2.0
package org.harborline.journal.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.harborline.journal.Inclusion;

/// The right edge of an RFC 9162 Merkle tree: roots of its complete subtrees, largest first. Enough to add leaves and
/// to give the root
/// without reading what came before.
final class Frontier {

    private final List<byte[]> subtrees;
    private long size;

    private Frontier(long size, List<byte[]> subtrees) {
        this.size = size;
        this.subtrees = new ArrayList<>(subtrees);
    }

    static Frontier empty() {
        return new Frontier(0, List.of());
    }

    static Frontier parse(long size, String text) {
        if (size == 0) {
            return empty();
        }
        return new Frontier(
                size, Arrays.stream(text.split(" ", -1)).map(Chain::decode).toList());
    }

    /// Adds a leaf hash.
    void add(byte[] leaf) {
        add(leaf, (_, _) -> {});
    }

    /// Adds a leaf hash and tells which subtrees it completed, lowest first.
    void add(byte[] leaf, Completed completed) {
        byte[] subtree = leaf;
        int height = 0;
        // Each trailing one-bit of the size is a complete subtree of that height waiting for its right sibling.
        for (long bits = size; (bits & 1) == 1; bits >>= 1) {
            subtree = node(subtrees.removeLast(), subtree);
            height++;
            completed.subtree(height, subtree);
        }
        subtrees.add(subtree);
        size++;
    }

    /// Hears of a subtree that ends with the leaf just added.
    @FunctionalInterface
    interface Completed {
        void subtree(int height, byte[] hash);
    }

    /// Complete subtrees, largest first; their heights are the one-bits of the size.
    List<byte[]> subtrees() {
        return List.copyOf(subtrees);
    }

    long size() {
        return size;
    }

    /// The tree's root; of an empty tree the hash of nothing.
    byte[] root() {
        return subtrees.isEmpty() ? Chain.sha256() : root(subtrees);
    }

    /// The root over neighbouring subtrees, at least one.
    static byte[] root(List<byte[]> neighbours) {
        byte[] root = neighbours.getLast();
        for (int i = neighbours.size() - 2; i >= 0; i--) {
            root = node(neighbours.get(i), root);
        }
        return root;
    }

    static byte[] node(byte[] left, byte[] right) {
        return Inclusion.node(left, right);
    }

    @Override
    public String toString() {
        return subtrees.stream().map(Chain::encode).collect(Collectors.joining(" "));
    }
}
