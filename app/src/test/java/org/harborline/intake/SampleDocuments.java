// SPDX-License-Identifier: Apache-2.0
package org.harborline.intake;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/// The golden documents as text.
public final class SampleDocuments {

    private SampleDocuments() {}

    public static String text(String name) {
        try (InputStream stream = SampleDocuments.class.getResourceAsStream("/intake/" + name + ".xml")) {
            return new String(Objects.requireNonNull(stream, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
