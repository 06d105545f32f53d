// SPDX-License-Identifier: Apache-2.0
package org.harborline.intake.internal.wire;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.harborline.intake.internal.wire.SchemaModel.Declaration;
import org.harborline.intake.internal.wire.SchemaModel.Part;
import org.harborline.intake.internal.wire.SchemaModel.Structure;
import org.jspecify.annotations.Nullable;

/// Reads a document of a sender whose program is ahead of the schema or writes its elements in another order: puts them
/// in order and sets aside what the schema does not know. Only then is it judged, as strictly as any other.
///
/// What is known and stands where it does not belong stays where it is, and is refused: it is a mistake, not a newer
/// schema. So is whatever may be meant as an escalation, because set aside it would be heard by nobody.
final class LenientReading {

    private final SchemaModel schema;
    private final NearestName nearest;

    LenientReading(SchemaModel schema) {
        this.schema = schema;
        this.nearest = new NearestName(schema.names());
    }

    /// A document in two forms.
    ///
    /// @param judged in order and without what is not known
    /// @param kept in order, with what is not known in the place where it stood, each in an element of its own
    /// @param notes what was done, for the sender; names and places, never values
    record Read(WireElement judged, WireElement kept, List<Finding> notes) {

        /// As it came.
        static Read strictly(WireElement root) {
            return new Read(root, root, List.of());
        }
    }

    Read read(WireElement root, String expected) {
        Optional<Declaration> declaration =
                root.name().equals(expected) && root.namespace().isEmpty()
                        ? schema.document(expected)
                        : Optional.empty();
        if (declaration.isEmpty()) {
            return Read.strictly(root);
        }
        var walk = new Walk();
        Both both = walk.element(root, declaration.get(), "");
        return new Read(both.judged() == null ? root : both.judged(), both.kept(), walk.notes.list());
    }

    /// An element in both forms.
    ///
    /// @param judged absent when nothing of it is known
    /// @param place in the order of its parent; absent when it belongs nowhere there
    private record Both(@Nullable WireElement judged, WireElement kept, OptionalInt place) {}

    private final class Walk {

        private final Findings notes = new Findings();
        private final Unrecognised unrecognised = new Unrecognised(schema.names());

        Both element(WireElement element, Declaration declaration, String above) {
            if (!(declaration.type() instanceof Structure structure)
                    || structure.parts().isEmpty()) {
                return new Both(element, element, OptionalInt.empty());
            }
            String path = above.isEmpty() ? element.name() : above + "/" + element.name();
            List<Both> children = new ArrayList<>(element.children().size());
            List<WireElement> aside = new ArrayList<>(0);
            for (WireElement child : element.children()) {
                OptionalInt place = place(structure, child);
                if (place.isPresent()) {
                    children.add(known(child, structure, place.getAsInt(), path));
                } else if (unrecognised.mayBeSetAside(child)) {
                    note(child);
                    aside.add(unrecognised.setAside(child, element, path));
                } else {
                    children.add(new Both(child, child, place));
                }
            }
            return whole(element, structure, ordered(element, structure, children), aside);
        }

        private Both known(WireElement child, Structure structure, int place, String path) {
            Both both = structure.parts().get(place).option(child.name()).stream()
                    .map(declared -> element(child, declared, path))
                    .findFirst()
                    .orElseThrow();
            return new Both(both.judged(), both.kept(), OptionalInt.of(place));
        }

        private Both whole(WireElement element, Structure structure, List<Both> children, List<WireElement> aside) {
            List<WireElement> judged = new ArrayList<>(children.size());
            List<WireElement> kept = new ArrayList<>(children.size() + aside.size());
            for (Both child : children) {
                if (child.judged() != null) {
                    judged.add(child.judged());
                }
                kept.add(child.kept());
            }
            kept.addAll(aside);
            // a kind of incident that is not known leaves nothing to judge
            boolean empty = children.isEmpty() && !aside.isEmpty() && isChoice(structure);
            return new Both(
                    empty ? null : element.withChildren(judged), element.withChildren(kept), OptionalInt.empty());
        }

        private List<Both> ordered(WireElement parent, Structure structure, List<Both> children) {
            if (structure.anyOrder()
                    || children.stream().anyMatch(child -> child.place().isEmpty())) {
                return children;
            }
            int farthest = 0;
            boolean moved = false;
            for (Both child : children) {
                int place = child.place().getAsInt();
                if (place < farthest) {
                    notes.add(
                            child.kept(),
                            "was moved: in " + parent.name() + " it comes before "
                                    + structure.parts().get(farthest).names());
                    moved = true;
                }
                farthest = Math.max(farthest, place);
            }
            return moved
                    ? children.stream()
                            .sorted(Comparator.comparingInt(
                                    child -> child.place().getAsInt()))
                            .toList()
                    : children;
        }

        private void note(WireElement child) {
            if (notes.isFull()) {
                return;
            }
            String sentence = "is not known to this schema; kept as unrecognised"
                    + nearest.to(child.name())
                            .map(name -> "; did you mean " + name + "?")
                            .orElse("");
            notes.add(child, sentence);
        }
    }

    private static boolean isChoice(Structure structure) {
        return structure.parts().size() == 1
                && structure.parts().getFirst().options().size() > 1;
    }

    private static OptionalInt place(Structure structure, WireElement child) {
        List<Part> parts = structure.parts();
        for (int i = 0; child.namespace().isEmpty() && i < parts.size(); i++) {
            if (parts.get(i).option(child.name()).isPresent()) {
                return OptionalInt.of(i);
            }
        }
        return OptionalInt.empty();
    }
}
