// SPDX-License-Identifier: Apache-2.0
package org.harborline.intake.internal.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The explainer must agree with the validator, or a sender is told that a right document is wrong, or nothing about a
/// wrong one.
class ExplainerTests {

    private static final int ROUNDS = 2_000;
    private static final List<String> VALUES = List.of(
            "",
            " ",
            "true",
            "false",
            "1",
            "0",
            "TRUE",
            " true ",
            "2026-11-20T08:15:00Z",
            "2026-11-20T08:15:00",
            "2026-11-20",
            "2026-11-20T24:00:00Z",
            "2026-11-20T24:00:01Z",
            "0000-01-01T00:00:00Z",
            "-0001-01-01T00:00:00Z",
            "12026-01-01T00:00:00Z",
            "2026-02-29",
            "2024-02-29",
            "2026-13-01",
            "2026-11-20Z",
            "2026-11-20+14:00",
            "2026-11-20+14:01",
            "2026-11-20T08:15Z",
            "2026-11-20T08:15:60Z",
            "2026-11-20T08:15:00.1234567890123Z",
            "17",
            "+17",
            "-17",
            "00017",
            "150",
            "151",
            "65535",
            "65536",
            "2147483648",
            "9223372036854775807",
            "9223372036854775808",
            "1.5",
            ".5",
            "5.",
            "1e3",
            "INF",
            "+INF",
            "-INF",
            "NaN",
            "1f",
            "0x1p3",
            "Home",
            " Home ",
            "home",
            "US",
            "us",
            "XK",
            "+1",
            "+12345",
            "x".repeat(50),
            "x".repeat(51),
            "x".repeat(256),
            "x".repeat(3001),
            "\uD83D\uDE00".repeat(255),
            "VIRAL_POTENTIAL_MEME",
            "A1",
            "Login",
            "Child  Sex\nTourism",
            "Reported");

    private final DocumentReader reader = new DocumentReader();
    private final Judge judge = new Judge(new ReportDocuments(Samples.clock()).schema());
    private final SchemaModel model =
            SchemaReading.read(reader.read(new ReportDocuments(Samples.clock()).schema(), null));
    private final Explainer explainer = new Explainer(model);
    private final List<String> names = List.copyOf(model.names());

    @ParameterizedTest
    @CsvSource({
        "minimal, report, 1",
        "enticement, report, 2",
        "full, report, 3",
        "batched, report, 4",
        "item, fileDetails, 5",
        "item-full, fileDetails, 6"
    })
    void agreesWithTheValidatorOnManyChangedDocuments(String sample, String document, long seed) {
        WireElement original = reader.read(Samples.bytes(Samples.text(sample)), null);
        var random = new Random(seed);
        int refused = 0;
        for (int round = 0; round < ROUNDS; round++) {
            WireElement changed = original;
            for (int i = 0; i <= random.nextInt(2); i++) {
                changed = change(changed, random);
            }
            List<Finding> faults = judge.faults(changed);
            List<Finding> explained = explainer.explain(changed, document);
            var seen = changed;
            assertThat(explained.isEmpty())
                    .as(() -> "validator says %s, explainer %s%n%s".formatted(faults, explained, WireText.of(seen)))
                    .isEqualTo(faults.isEmpty());
            refused += faults.isEmpty() ? 0 : 1;
        }
        assertThat(refused).as("both outcomes are tried").isBetween(ROUNDS / 10, ROUNDS - ROUNDS / 50);
    }

    private WireElement change(WireElement root, Random random) {
        List<WireElement> all = root.descendants().toList();
        WireElement target = all.get(random.nextInt(all.size()));
        WireElement other = all.get(random.nextInt(all.size()));
        WireElement changed = switch (random.nextInt(9)) {
            case 0 -> target.withText(VALUES.get(random.nextInt(VALUES.size())));
            case 1 -> shuffled(target, random);
            case 2 -> without(target, random);
            case 3 -> doubled(target, random);
            case 4 -> with(target, other, random);
            case 5 -> renamed(target, names.get(random.nextInt(names.size())));
            case 6 -> attribute(target, random);
            case 7 -> target.withText(VALUES.get(random.nextInt(VALUES.size())));
            default -> swapped(target, random);
        };
        return replaced(root, target, changed);
    }

    /// The very element, not one that looks the same.
    @SuppressWarnings("ReferenceEquality")
    private static WireElement replaced(WireElement root, WireElement target, WireElement by) {
        if (root == target) {
            return by;
        }
        return root.withChildren(root.children().stream()
                .map(child -> replaced(child, target, by))
                .toList());
    }

    private static WireElement shuffled(WireElement element, Random random) {
        List<WireElement> children = new ArrayList<>(element.children());
        Collections.shuffle(children, random);
        return element.withChildren(children);
    }

    private static WireElement swapped(WireElement element, Random random) {
        List<WireElement> children = new ArrayList<>(element.children());
        if (children.size() > 1) {
            int at = random.nextInt(children.size() - 1);
            Collections.swap(children, at, at + 1);
        }
        return element.withChildren(children);
    }

    private static WireElement without(WireElement element, Random random) {
        List<WireElement> children = new ArrayList<>(element.children());
        if (!children.isEmpty()) {
            children.remove(random.nextInt(children.size()));
        }
        return element.withChildren(children);
    }

    private static WireElement doubled(WireElement element, Random random) {
        List<WireElement> children = new ArrayList<>(element.children());
        if (!children.isEmpty()) {
            int at = random.nextInt(children.size());
            children.add(at, children.get(at));
        }
        return element.withChildren(children);
    }

    private static WireElement with(WireElement element, WireElement other, Random random) {
        List<WireElement> children = new ArrayList<>(element.children());
        children.add(random.nextInt(children.size() + 1), other);
        return element.withChildren(children);
    }

    private static WireElement renamed(WireElement element, String name) {
        return new WireElement(
                element.namespace(),
                name,
                element.attributes(),
                element.children(),
                element.text(),
                element.line(),
                element.column());
    }

    private static WireElement attribute(WireElement element, Random random) {
        Map<String, String> attributes = new LinkedHashMap<>(element.attributes());
        String value = VALUES.get(random.nextInt(VALUES.size()));
        if (attributes.isEmpty() || random.nextInt(4) == 0) {
            attributes.put(
                    List.of("type", "verified", "verificationDate", "reason", "xsi:type")
                            .get(random.nextInt(5)),
                    value);
        } else {
            String name = attributes.keySet().iterator().next();
            if (random.nextBoolean()) {
                attributes.put(name, value);
            } else {
                attributes.remove(name);
            }
        }
        return new WireElement(
                element.namespace(),
                element.name(),
                attributes,
                element.children(),
                element.text(),
                element.line(),
                element.column());
    }
}
