// SPDX-License-Identifier: Apache-2.0
package org.harborline.intake.internal.wire;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The gate for parts that the schema does not know. Nothing has a position there, so names of elements and attributes
/// say what something is, and all text is free text.
final class UnrecognisedGate {

    private static final String FINGERPRINT =
            "hash(?!tag)|digest|checksum|fingerprint|photodna|pdna|pdq|md5|sha-?_?[1-9]|crc-?_?32|tlsh|ssdeep";

    /// A value that is nothing but such a name labels what stands beside it.
    private static final Pattern LABEL =
            Pattern.compile("\\s*(?:" + FINGERPRINT + ")[0-9._ -]{0,6}\\s*", Pattern.CASE_INSENSITIVE);

    /// Names that say what never is kept, whatever they hold.
    private static final Map<Pattern, Dropped.Kind> NAMES = Map.of(
            name(FINGERPRINT),
            Dropped.Kind.FINGERPRINT,
            name("file[._-]?names?"),
            Dropped.Kind.FILE_NAME,
            name("classification"),
            Dropped.Kind.SCALE_CODE,
            name("exif|(?:image|video|file|media)[._-]?metadata"),
            Dropped.Kind.EMBEDDED_DETAILS,
            name("thumbnail|base-?_?64|(?:image|video|audio|file|media)[._-]?(?:data|bytes|content)"),
            Dropped.Kind.ENCODED_MEDIA);

    private final Consumer<Dropped> drops;

    private UnrecognisedGate(Consumer<Dropped> drops) {
        this.drops = drops;
    }

    private static Pattern name(String words) {
        return Pattern.compile("(?:" + words + ")", Pattern.CASE_INSENSITIVE);
    }

    /// One part as text, a line for each of its elements, under the path where it stood.
    static WireElement pass(WireElement unrecognised, Consumer<Dropped> drops) {
        var gate = new UnrecognisedGate(drops);
        var lines = new StringBuilder();
        String path = unrecognised.attributes().getOrDefault(Unrecognised.PATH, "");
        for (WireElement part : unrecognised.children()) {
            gate.lines(part, path + "/" + part.name(), lines);
        }
        return unrecognised.replacedBy(gate.text(lines.toString().strip()));
    }

    private void lines(WireElement part, String path, StringBuilder lines) {
        Dropped.Kind kind = kind(part);
        if (kind != null) {
            int length =
                    part.descendants().mapToInt(one -> one.value().length()).sum();
            var dropped = new Dropped(Unrecognised.ELEMENT, kind, length);
            drops.accept(dropped);
            lines.append(path).append(": ").append(dropped.marker()).append('\n');
            return;
        }
        String attributes = part.attributes().entrySet().stream()
                .map(one -> one.getKey() + " " + one.getValue().strip())
                .collect(Collectors.joining(", "));
        lines.append(path);
        if (!attributes.isEmpty()) {
            lines.append(" (").append(attributes).append(')');
        }
        if (!part.value().isEmpty()) {
            lines.append(": ").append(part.value());
        }
        lines.append('\n');
        part.children().forEach(child -> lines(child, path + "/" + child.name(), lines));
    }

    private static Dropped.@Nullable Kind kind(WireElement part) {
        if (isLabelled(part)) {
            return Dropped.Kind.FINGERPRINT;
        }
        List<String> names = Stream.concat(Stream.of(part.name()), part.attributes().keySet().stream())
                .toList();
        return NAMES.entrySet().stream()
                .filter(one -> names.stream()
                        .anyMatch(name -> one.getKey().matcher(name).find()))
                .map(Map.Entry::getValue)
                .sorted()
                .findFirst()
                .orElse(null);
    }

    private static boolean isLabelled(WireElement part) {
        return Stream.concat(
                        part.attributes().values().stream(),
                        part.children().stream().map(WireElement::text))
                .anyMatch(value -> LABEL.matcher(value).matches());
    }

    private String text(String lines) {
        String kept = TextGate.withoutMedia(Unrecognised.ELEMENT, lines, drops);
        kept = TextGate.withoutLabelledMedia(Unrecognised.ELEMENT, kept, drops);
        return FingerprintGate.without(Unrecognised.ELEMENT, kept, drops);
    }
}
