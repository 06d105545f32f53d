// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking.internal.benchmark;

/// A table or an option that cannot be used; its message is a sentence for whoever called, with what to do.
final class BadBenchmark extends RuntimeException {

    private static final long serialVersionUID = 1;

    BadBenchmark(String sentence) {
        super(sentence);
    }
}
