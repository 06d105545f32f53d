// SPDX-License-Identifier: Apache-2.0
package org.harborline.intake.internal.wire;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Finds addresses and numbers of reported persons that who reports gives as their own: people write themselves where
/// the other belongs, and senders the desk that files. Whose they are is then not said. That is all that is kept of it:
/// the mark does not tell a reader that they are the reporter's.
final class ReportersOwn {

    /// Attribute of an address or number of which it is not said whose it is.
    static final String MARK = "holder";

    private static final String UNKNOWN = "unknown";
    private static final String REPORTED = "personOrUserReported";
    private static final Set<String> KINDS = Set.of("email", "phone");
    private static final int FEWEST_DIGITS = 7;

    private final List<WireElement> own;

    private ReportersOwn(List<WireElement> own) {
        this.own = own;
    }

    /// The report with what is the reporter's own marked.
    static WireElement marked(WireElement report) {
        List<WireElement> own = report.all("reporter").stream()
                .flatMap(reporter -> reporter.all("reportingPerson").stream())
                .flatMap(WireElement::descendants)
                .filter(ReportersOwn::isCompared)
                .toList();
        if (own.isEmpty()) {
            return report;
        }
        var reporters = new ReportersOwn(own);
        return report.withChildren(report.children().stream()
                .map(child -> child.name().equals(REPORTED) ? reporters.mark(child) : child)
                .toList());
    }

    static boolean isMarked(WireElement element) {
        return element.attribute(MARK).filter(UNKNOWN::equals).isPresent();
    }

    private static boolean isCompared(WireElement element) {
        return KINDS.contains(element.name()) && !element.value().isEmpty();
    }

    private WireElement mark(WireElement element) {
        if (isCompared(element) && own.stream().anyMatch(one -> isSame(one, element))) {
            Map<String, String> attributes = new HashMap<>(element.attributes());
            attributes.put(MARK, UNKNOWN);
            return element.withAttributes(attributes);
        }
        return element.children().isEmpty()
                ? element
                : element.withChildren(
                        element.children().stream().map(this::mark).collect(Collectors.toUnmodifiableList()));
    }

    private static boolean isSame(WireElement one, WireElement other) {
        if (!one.name().equals(other.name())) {
            return false;
        }
        if (one.name().equals("email")) {
            return one.value().toLowerCase(Locale.ROOT).equals(other.value().toLowerCase(Locale.ROOT));
        }
        String digits = digits(one);
        String others = digits(other);
        return Math.min(digits.length(), others.length()) >= FEWEST_DIGITS
                && (digits.endsWith(others) || others.endsWith(digits));
    }

    /// Without what stands before the number inside its country, which is left out behind a calling code.
    private static String digits(WireElement phone) {
        return phone.value().replaceAll("[^0-9]", "").replaceFirst("^0+", "");
    }
}
