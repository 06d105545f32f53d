// SPDX-License-Identifier: Apache-2.0
package org.harborline.registry.internal;

import java.util.EnumMap;
import java.util.UUID;
import org.harborline.platform.Actor;
import org.harborline.platform.PlatformProblem;
import org.harborline.platform.ProblemException;
import org.harborline.registry.CheckItem;
import org.harborline.registry.ProviderId;
import org.harborline.registry.Verifying;
import org.harborline.vault.Compartment;
import org.harborline.vault.FieldId;
import org.harborline.vault.RecordKey;
import org.harborline.vault.SealedText;
import org.harborline.vault.Vault;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Seals and opens what people wrote about a company, under the key of its contact points.
@Component
class VerificationViews {

    private static final FieldId NOTE = new FieldId("registry.check-note");
    private static final FieldId REFERENCE = new FieldId("registry.agreement-reference");

    private final VerificationTable table;
    private final Vault vault;

    VerificationViews(VerificationTable table, Vault vault) {
        this.table = table;
        this.vault = vault;
    }

    Verifying of(ProviderId provider) {
        return view(provider, null);
    }

    Verifying opened(Actor actor, ProviderId provider) {
        return view(provider, key(actor, provider));
    }

    private Verifying view(ProviderId provider, @Nullable RecordKey key) {
        var company = table.company(provider).orElseThrow(() -> new ProblemException(PlatformProblem.NOT_FOUND));
        var checks = new EnumMap<CheckItem, Verifying.Check>(CheckItem.class);
        table.checks(provider)
                .forEach((item, check) -> checks.put(
                        item,
                        new Verifying.Check(
                                check.by(),
                                check.at(),
                                key == null ? null : key.open(NOTE, item.name(), check.note()))));
        var agreements = table.agreements(provider).stream()
                .map(one -> new Verifying.Agreement(
                        one.id(),
                        one.firstDay(),
                        one.lastDay(),
                        key == null ? null : key.open(REFERENCE, one.id().toString(), one.reference())))
                .toList();
        return new Verifying(
                provider,
                company.standing(),
                company.country(),
                company.ground(),
                checks,
                table.approvals(provider),
                table.conformance(provider).orElse(null),
                agreements,
                company.version());
    }

    SealedText seal(Actor actor, ProviderId provider, CheckItem item, String note) {
        return key(actor, provider).seal(NOTE, item.name(), note);
    }

    SealedText seal(Actor actor, ProviderId provider, UUID agreement, String reference) {
        return key(actor, provider).seal(REFERENCE, agreement.toString(), reference);
    }

    private RecordKey key(Actor actor, ProviderId provider) {
        return vault.open(actor, provider.ref(), Compartment.CONTACT)
                .orElseThrow(() -> new ProblemException(PlatformProblem.NOT_FOUND));
    }
}
