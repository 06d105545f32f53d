// SPDX-License-Identifier: Apache-2.0
package org.harborline.e2e;

import java.net.URI;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// The readers of each language, who walk at the same time: with a browser of their own, which takes orders from one
/// thread only.
final class Readers implements AutoCloseable {

    private final List<Reader> readers;

    private Readers(List<Reader> readers) {
        this.readers = readers;
    }

    /// Starts their browsers.
    ///
    /// @param address of the server that is visited
    static Readers of(URI address, String... languages) {
        return new Readers(List.of(languages).stream()
                .map(language -> Reader.of(address, language))
                .toList());
    }

    /// Lets all of them take the same way, and waits for the last.
    ///
    /// @throws java.util.concurrent.CompletionException with what one of them ran into
    void walk(Way way) {
        var walks = readers.stream().map(reader -> reader.start(way)).toArray(CompletableFuture[]::new);
        CompletableFuture.allOf(walks).join();
    }

    @Override
    public void close() {
        readers.forEach(Reader::close);
    }

    /// What somebody does with a browser.
    @FunctionalInterface
    interface Way {
        void take(Browsing browsing, String language);
    }

    private record Reader(ExecutorService thread, Browsing browsing, String language) {

        static Reader of(URI address, String language) {
            var thread = Executors.newSingleThreadExecutor();
            var browsing = CompletableFuture.supplyAsync(() -> Browsing.start(address), thread);
            return new Reader(thread, browsing.join(), language);
        }

        CompletableFuture<Void> start(Way way) {
            return CompletableFuture.runAsync(() -> way.take(browsing, language), thread);
        }

        void close() {
            CompletableFuture.runAsync(browsing::close, thread).join();
            thread.close();
        }
    }
}
