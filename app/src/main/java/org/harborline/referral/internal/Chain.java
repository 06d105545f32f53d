// SPDX-License-Identifier: Apache-2.0
package org.harborline.referral.internal;

import java.util.List;
import java.util.stream.Stream;
import org.harborline.intake.ReportNumber;
import org.harborline.referral.Delivery;
import org.harborline.referral.DeliveryState;
import org.harborline.referral.PackageKind;
import org.harborline.referral.ReturnReason;

/// The packages of one referral at one agency: the referral and all that followed it.
record Chain(List<Delivery> packages) {

    Chain {
        packages = List.copyOf(packages);
    }

    /// Whether a return says that the report is not theirs. A file that cannot be read says nothing of its report, but
    /// without the referral itself nothing can follow it.
    static boolean isOfTheReport(PackageKind kind, ReturnReason reason) {
        return kind == PackageKind.REFERRAL || reason.isOfTheReport();
    }

    /// Whether the agency said of the report that it is not theirs.
    boolean gaveBack(ReportNumber report) {
        return about(report).anyMatch(one -> {
            ReturnReason reason = one.returned();
            return reason != null && isOfTheReport(one.kind(), reason);
        });
    }

    /// What the agency has about the report.
    List<Delivery> with(ReportNumber report) {
        return about(report).filter(one -> one.state().isWithAgency()).toList();
    }

    /// What it returned about the report and nobody has sent elsewhere.
    List<Delivery> returned(ReportNumber report) {
        return about(report)
                .filter(one -> one.state() == DeliveryState.RETURNED)
                .toList();
    }

    List<Delivery> held() {
        return packages.stream()
                .filter(one -> one.state() == DeliveryState.HELD)
                .toList();
    }

    private Stream<Delivery> about(ReportNumber report) {
        return packages.stream().filter(one -> one.report().equals(report));
    }
}
