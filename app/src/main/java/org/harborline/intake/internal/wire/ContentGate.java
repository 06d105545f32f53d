// SPDX-License-Identifier: Apache-2.0
package org.harborline.intake.internal.wire;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Keeps out what Harborline never holds: fingerprints, embedded details and names of files, codes of an industry
/// scale, and media in any encoding. By position where the interface has a place for such a thing, by label in free
/// text. A hit never refuses a report; a marker stays in the place of what was dropped.
final class ContentGate {

    /// Elements that are dropped whole, by position.
    private static final Map<String, Dropped.Kind> DROPPED = Map.of(
            "originalFileHash", Dropped.Kind.FINGERPRINT,
            "details", Dropped.Kind.EMBEDDED_DETAILS,
            "fileName", Dropped.Kind.FILE_NAME,
            "originalFileName", Dropped.Kind.FILE_NAME,
            "fileNames", Dropped.Kind.FILE_NAME,
            "industryClassification", Dropped.Kind.SCALE_CODE,
            "hash", Dropped.Kind.FINGERPRINT);

    /// What people write freely.
    private static final Set<String> FREE_TEXT = Set.of(
            "additionalInfo",
            "content",
            "profileBio",
            "incidentDateTimeDescription",
            "escalateToHighPriority",
            "companyTemplate",
            "termsOfService",
            "vehicleDescription");

    /// Flags of an item that say something about people or spread; all others describe material.
    static final Set<String> KEPT_FLAGS =
            Set.of("potentialMeme", "viral", "generativeAi", "possibleSelfProduction", "liveStreaming");

    /// What stands in the place of a flag that was dropped: its own name would say what it was.
    private static final String MARKER = "annotation";

    private final List<Dropped> drops = new ArrayList<>(0);

    private ContentGate() {}

    /// What comes out of the gate.
    ///
    /// @param kept the document without what was dropped
    record Passed(WireElement kept, List<Dropped> drops) {}

    static Passed pass(WireElement root) {
        var gate = new ContentGate();
        WireElement kept = gate.through(root);
        return new Passed(kept, List.copyOf(gate.drops));
    }

    private WireElement through(WireElement element) {
        Dropped.Kind kind = DROPPED.get(element.name());
        if (kind != null) {
            return drop(element, kind);
        }
        if (element.name().equals("fileAnnotations")) {
            return flags(element);
        }
        if (element.name().equals(Unrecognised.ELEMENT)) {
            return UnrecognisedGate.pass(element, drops::add);
        }
        return element.children().isEmpty() ? leaf(element) : inside(element);
    }

    private WireElement inside(WireElement element) {
        List<WireElement> kept = new ArrayList<>(element.children().size());
        for (WireElement child : element.children()) {
            kept.add(through(child));
        }
        return element.withChildren(kept);
    }

    private WireElement leaf(WireElement element) {
        String text = element.text();
        if (text.isBlank()) {
            return element;
        }
        String kept = TextGate.withoutMedia(element.name(), text, drops::add);
        if (FREE_TEXT.contains(element.name())) {
            kept = TextGate.withoutLabelledMedia(element.name(), kept, drops::add);
            kept = FingerprintGate.without(element.name(), kept, drops::add);
        }
        return kept.equals(text) ? element : element.withText(kept);
    }

    private WireElement drop(WireElement element, Dropped.Kind kind) {
        int length =
                element.descendants().mapToInt(part -> part.value().length()).sum();
        var dropped = new Dropped(element.name(), kind, length);
        drops.add(dropped);
        return element.replacedBy(dropped.marker());
    }

    private WireElement flags(WireElement annotations) {
        List<WireElement> kept = new ArrayList<>();
        for (WireElement flag : annotations.children()) {
            if (KEPT_FLAGS.contains(flag.name())) {
                kept.add(flag);
            } else {
                var dropped = new Dropped(
                        annotations.name(), Dropped.Kind.ANNOTATION, flag.name().length());
                drops.add(dropped);
                kept.add(
                        new WireElement("", MARKER, Map.of(), List.of(), dropped.marker(), flag.line(), flag.column()));
            }
        }
        return annotations.withChildren(kept);
    }
}
