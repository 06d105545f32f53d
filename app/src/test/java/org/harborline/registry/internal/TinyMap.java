// SPDX-License-Identifier: Apache-2.0
package org.harborline.registry.internal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// The smallest file in MaxMind's format: it knows no address. A tree of one node that leads nowhere,
/// an empty data section, and the description that every reader wants.
final class TinyMap {

    private static final byte[] NOWHERE = {0, 0, 1, 0, 0, 1};
    private static final int SEPARATOR = 16;
    private static final int TEXT = 2;
    private static final int SHORT = 5;
    private static final int INTEGER = 6;
    private static final int MAP = 7;
    /// Types beyond seven stand in a byte of their own, less seven.
    private static final int LONG = 9 - 7;
    private static final int LIST = 11 - 7;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    private TinyMap() {}

    static Path write(Path to) throws IOException {
        return Files.write(to, new TinyMap().content());
    }

    private byte[] content() {
        bytes.writeBytes(NOWHERE);
        bytes.writeBytes(new byte[SEPARATOR]);
        bytes.writeBytes("\u00ab\u00cd\u00efMaxMind.com".getBytes(StandardCharsets.ISO_8859_1));
        control(MAP, 9);
        number("node_count", INTEGER, 1);
        number("record_size", SHORT, 24);
        number("ip_version", SHORT, 4);
        text("database_type");
        text("Tiny");
        text("languages");
        extended(LIST, 0);
        number("binary_format_major_version", SHORT, 2);
        number("binary_format_minor_version", SHORT, 0);
        text("build_epoch");
        extended(LONG, 1);
        bytes.write(1);
        text("description");
        control(MAP, 0);
        return bytes.toByteArray();
    }

    private void number(String name, int type, int value) {
        text(name);
        control(type, 1);
        bytes.write(value);
    }

    private void text(String text) {
        control(TEXT, text.length());
        bytes.writeBytes(text.getBytes(StandardCharsets.US_ASCII));
    }

    private void control(int type, int size) {
        bytes.write(type << 5 | size);
    }

    private void extended(int type, int size) {
        control(0, size);
        bytes.write(type);
    }
}
