// SPDX-License-Identifier: Apache-2.0
package org.harborline.referral.internal;

import com.google.common.base.Suppliers;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PDFontSupplier;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/// The fonts that travel with Harborline, and what they can print.
///
/// A character without a glyph would come out as an empty box, and two identifiers that differ would look the same.
/// [#printable] therefore
/// writes such characters as their code points, `[U+1F600]`, and does the same with characters nobody can see:
/// controls,
/// zero-width marks,
/// direction marks, unusual spaces. [#requireGlyphs] is the last gate: no page with a missing glyph is ever made.
final class PackageFonts {

    private static final String REGULAR = "/fonts/NotoSans-Regular.ttf";
    private static final String BOLD = "/fonts/NotoSans-Bold.ttf";
    private static final String MONO = "/fonts/NotoSansMono-Regular.ttf";

    /// Scripts that are right without shaping or reordering. The others are printed as code points until both are
    /// there.
    private static final Set<Character.UnicodeScript> SCRIPTS = Set.of(
            Character.UnicodeScript.COMMON,
            Character.UnicodeScript.INHERITED,
            Character.UnicodeScript.LATIN,
            Character.UnicodeScript.GREEK,
            Character.UnicodeScript.CYRILLIC);

    private final Map<String, byte[]> files = new ConcurrentHashMap<>();
    // a million look-ups, for the first package and not at each start
    private final Supplier<BitSet> covered = Suppliers.memoize(this::inBoth);

    private BitSet inBoth() {
        BitSet both = glyphs(REGULAR);
        both.and(glyphs(BOLD));
        return both;
    }

    /// Makes the fonts known to a document that is laid out. What a page does not use is not embedded.
    void register(PdfRendererBuilder builder, PDDocument document) {
        builder.useFont(font(document, REGULAR), "Noto Sans", 400, FontStyle.NORMAL, true);
        builder.useFont(font(document, BOLD), "Noto Sans", 700, FontStyle.NORMAL, true);
        builder.useFont(font(document, MONO), "Noto Sans Mono", 400, FontStyle.NORMAL, true);
    }

    private PDFontSupplier font(PDDocument document, String name) {
        return new PDFontSupplier(face(document, name));
    }

    /// One face, without the substitutions of shaped scripts. The files hold those of a script that we never print,
    /// and trying them on each piece of text takes twice as long as everything else together.
    PDFont face(PDDocument document, String name) {
        try {
            TrueTypeFont face = new TTFParser().parse(new RandomAccessReadBuffer(file(name)));
            face.setEnableGsub(false);
            return PDType0Font.load(document, face, true);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /// The text with every character that would not be seen exactly written as its code point.
    String printable(String text) {
        var out = new StringBuilder(text.length());
        text.codePoints().forEach(point -> {
            if (visible(point)) {
                out.appendCodePoint(point);
            } else {
                out.append("[U+%04X]".formatted(point));
            }
        });
        return out.toString();
    }

    /// Refuses a page with a character that no font prints.
    ///
    /// @throws IllegalStateException naming the first code point that no font covers
    void requireGlyphs(String html) {
        html.codePoints()
                .filter(point -> point != '\n' && point != '\r' && point != '\t' && !visible(point))
                .findFirst()
                .ifPresent(point -> {
                    throw new IllegalStateException("the package's fonts have no glyph for U+%04X".formatted(point));
                });
    }

    private boolean visible(int point) {
        if (point == '\n') {
            return true;
        }
        return switch (Character.getType(point)) {
            case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.UNASSIGNED -> false;
            case Character.SPACE_SEPARATOR, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> point == ' ';
            default -> covered.get().get(point) && SCRIPTS.contains(Character.UnicodeScript.of(point));
        };
    }

    private BitSet glyphs(String name) {
        try (var font = new TTFParser().parse(new RandomAccessReadBuffer(file(name)))) {
            var lookup = Objects.requireNonNull(font.getUnicodeCmapLookup());
            var found = new BitSet(Character.MAX_CODE_POINT);
            for (int point = 0; point <= Character.MAX_CODE_POINT; point++) {
                if (lookup.getGlyphId(point) != 0) {
                    found.set(point);
                }
            }
            return found;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private byte[] file(String name) {
        return files.computeIfAbsent(name, PackageFonts::read);
    }

    private static byte[] read(String name) {
        try (InputStream in = Objects.requireNonNull(PackageFonts.class.getResourceAsStream(name), name)) {
            return in.readAllBytes();
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    /// The vendored files, for the checksum test.
    static List<String> names() {
        return List.of(REGULAR, BOLD, MONO);
    }
}
