// SPDX-License-Identifier: Apache-2.0
package org.harborline.registry.facts;

import org.harborline.journal.Fact;
import org.harborline.journal.FactType;
import org.harborline.platform.RecordRef;
import org.harborline.registry.ProviderId;

/// Somebody agreed that a company is who it says.
@FactType("registry.company-approved")
public record CompanyApproved(ProviderId provider, int approvals) implements Fact {

    @Override
    public RecordRef subject() {
        return provider.ref();
    }
}
