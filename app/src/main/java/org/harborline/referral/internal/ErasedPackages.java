// SPDX-License-Identifier: Apache-2.0
package org.harborline.referral.internal;

import org.harborline.intake.ReportNumber;
import org.harborline.platform.Sql;
import org.springframework.stereotype.Component;

/// What an erasure takes from the rows of deliveries: the sealed files, the sealed reasons and
/// what was asked about its address. That a package was sent,
/// to whom and what became of it stays.
@Component
class ErasedPackages {

    private final Sql sql;
    private final AddressCheckTable checks;

    ErasedPackages(Sql sql, AddressCheckTable checks) {
        this.sql = sql;
        this.checks = checks;
    }

    void forget(ReportNumber report) {
        sql.of("""
                DELETE FROM referral.package
                 USING referral.delivery
                 WHERE delivery.delivery_id = package.delivery_id
                   AND delivery.report = :report
                """).param("report", report.value()).update();
        sql.of("UPDATE referral.recipient SET why = '' WHERE report = :report")
                .param("report", report.value())
                .update();
        checks.forget(report);
    }
}
