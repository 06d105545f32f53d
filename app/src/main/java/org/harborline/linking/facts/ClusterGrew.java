// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking.facts;

import java.util.UUID;
import org.harborline.intake.ReportNumber;
import org.harborline.journal.Fact;
import org.harborline.journal.FactType;
import org.harborline.platform.Code;
import org.harborline.platform.RecordRef;

/// A cluster passed a size, or gained more reports within a day than it usually takes. Recorded once for each crossing.
///
/// @param report one of the cluster's
/// @param kind `size` or `speed`
/// @param size how many reports it has, or gained
/// @param limit what it passed
@FactType("linking.cluster-grew")
public record ClusterGrew(UUID alarm, ReportNumber report, Code kind, int size, int limit) implements Fact {

    @Override
    public RecordRef subject() {
        return report.asRecord();
    }
}
