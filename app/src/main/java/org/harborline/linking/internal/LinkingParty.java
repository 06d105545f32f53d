// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking.internal;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.harborline.intake.ReportNumber;
import org.harborline.platform.Actor;
import org.harborline.platform.ProblemType;
import org.harborline.platform.RecordRef;
import org.harborline.vault.ErasureParty;
import org.harborline.vault.Vault;
import org.harborline.vault.VaultProblem;
import org.springframework.stereotype.Component;

/// Linking's word on an erasure: findings go with their report, so a hold on one of them holds the report.
@Component
class LinkingParty implements ErasureParty {

    private static final Actor SELF = Actor.system("linking");

    private final FindingTable findings;
    private final Vault vault;

    LinkingParty(FindingTable findings, Vault vault) {
        this.findings = findings;
        this.vault = vault;
    }

    @Override
    public String module() {
        return "linking";
    }

    @Override
    public Optional<ProblemType> objection(RecordRef record) {
        var held = vault.held(SELF, "finding").stream().map(RecordRef::id).collect(Collectors.toSet());
        boolean found = findings.ofReports(List.of(new ReportNumber(Long.parseLong(record.id())))).stream()
                .anyMatch(finding -> held.contains(finding.id().toString()));
        return found ? Optional.of(VaultProblem.RECORD_HELD) : Optional.empty();
    }
}
