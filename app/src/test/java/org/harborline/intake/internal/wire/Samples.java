// SPDX-License-Identifier: Apache-2.0
package org.harborline.intake.internal.wire;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;

/// Golden documents. All invented and neutral.
final class Samples {

    static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
    static final List<String> REPORTS = List.of("minimal", "enticement", "full", "batched");
    static final List<String> ITEMS = List.of("item", "item-full");

    private Samples() {}

    static Clock clock() {
        return Clock.fixed(NOW, ZoneOffset.UTC);
    }

    static String text(String name) {
        try (InputStream stream = Samples.class.getResourceAsStream("/intake/" + name + ".xml")) {
            return new String(Objects.requireNonNull(stream, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
