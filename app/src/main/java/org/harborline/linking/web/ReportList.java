// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking.web;

import java.util.Collection;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.harborline.intake.ReportNumber;

/// Numbers of reports in a sentence.
final class ReportList {

    /// More than these are not named one by one.
    private static final int NAMED = 8;

    private ReportList() {}

    /// "1039920, 1042317", and an ellipsis when there are more than can be read.
    static String of(Collection<ReportNumber> reports) {
        Stream<String> named = reports.stream().sorted().limit(NAMED).map(ReportNumber::toString);
        Stream<String> rest = reports.size() > NAMED ? Stream.of("\u2026") : Stream.empty();
        return Stream.concat(named, rest).collect(Collectors.joining(", "));
    }
}
