// SPDX-License-Identifier: Apache-2.0
package org.harborline.referral.internal;

import java.util.List;
import org.harborline.intake.ReportNumber;
import org.harborline.referral.DeliveryId;
import org.harborline.referral.Reason;
import org.harborline.vault.Compartment;
import org.harborline.vault.FieldId;
import org.harborline.vault.RecordKey;
import org.harborline.vault.SealedText;
import org.harborline.vault.Vault;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// Seals why an agency was chosen, with the key of the report it is about: when the report is erased, so is the reason.
@Component
class Choices {

    private static final FieldId WHY = new FieldId("referral.why");
    private static final TypeReference<List<Reason>> REASONS = new TypeReference<>() {};

    private final Vault vault;
    private final JsonMapper json;

    Choices(Vault vault, JsonMapper json) {
        this.vault = vault;
        this.json = json;
    }

    SealedText seal(ReportNumber report, DeliveryId id, List<Reason> why) {
        return key(report).seal(WHY, id.toString(), json.writeValueAsString(why));
    }

    /// Keeps a report from being erased until the transaction that chooses its recipients ends.
    void keep(ReportNumber report) {
        vault.keep(Actors.SYSTEM, report.asRecord());
    }

    List<Reason> open(ReportNumber report, DeliveryId id, SealedText why) {
        return json.readValue(key(report).open(WHY, id.toString(), why), REASONS);
    }

    private RecordKey key(ReportNumber report) {
        return vault.open(Actors.SYSTEM, report.asRecord(), Compartment.REPORT)
                .orElseThrow(() -> new IllegalStateException("report " + report + " was erased"));
    }
}
