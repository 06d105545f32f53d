// SPDX-License-Identifier: Apache-2.0
package org.harborline.registry.internal;

import java.text.Normalizer;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.harborline.access.Accounts;
import org.harborline.access.Invitation;
import org.harborline.access.NewAccount;
import org.harborline.access.Role;
import org.harborline.journal.Journal;
import org.harborline.platform.Actor;
import org.harborline.platform.Ids;
import org.harborline.registry.Application;
import org.harborline.registry.ContactKind;
import org.harborline.registry.ContactPoint;
import org.harborline.registry.Provider;
import org.harborline.registry.ProviderId;
import org.harborline.registry.PutContact;
import org.harborline.registry.Standing;
import org.harborline.registry.facts.ApplicationConfirmed;
import org.harborline.registry.facts.ProviderRegistered;
import org.springframework.stereotype.Component;

/// Makes a company out of an application, in the caller's transaction: unverified, with its first administrator.
@Component
class Joining {

    private static final Actor SELF = Actor.system("registry");
    private static final int CODE_FROM_NAME = 48;

    private final ProviderTable table;
    private final ContactBook contacts;
    private final Accounts accounts;
    private final Secrets secrets;
    private final Journal journal;
    private final Clock clock;

    Joining(
            ProviderTable table,
            ContactBook contacts,
            Accounts accounts,
            Secrets secrets,
            Journal journal,
            Clock clock) {
        this.table = table;
        this.contacts = contacts;
        this.accounts = accounts;
        this.secrets = secrets;
        this.journal = journal;
        this.clock = clock;
    }

    Invitation join(Application application) {
        var provider = new Provider(
                new ProviderId(Ids.next()),
                code(application.company()),
                application.company(),
                application.services(),
                Set.of(),
                false,
                Standing.UNVERIFIED,
                false,
                1);
        if (table.insertMissing(List.of(provider)).isEmpty()) {
            throw new IllegalStateException("a random short name came twice");
        }
        table.joined(provider.id(), application.country(), application.ground(), application.language());
        table.insertOfferings(Map.of(provider.id(), application.services()));
        contacts.open(SELF, provider.id().ref(), reached(provider.id(), application));
        journal.record(SELF, new ProviderRegistered(provider.id(), false));
        journal.record(SELF, new ApplicationConfirmed(provider.id()));
        return accounts.invite(
                SELF,
                new NewAccount(
                        application.mail(),
                        application.person(),
                        Set.of(Role.PROVIDER_ADMINISTRATOR),
                        provider.id().ref()));
    }

    /// Never tells whether a company of that name is there: every one has random letters.
    private String code(String name) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFKD)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-+|-+$", "");
        String begin = plain.substring(0, Math.min(plain.length(), CODE_FROM_NAME));
        return (begin.isEmpty() ? "company" : begin) + "-" + secrets.letters();
    }

    private List<PutContact> reached(ProviderId provider, Application application) {
        var all = new ArrayList<PutContact>();
        all.add(contact(
                provider,
                ContactKind.ROTA,
                new ContactPoint.Details(application.person(), application.mail(), application.phone(), null)));
        if (application.phone() != null) {
            all.add(contact(
                    provider,
                    ContactKind.ROUND_THE_CLOCK,
                    new ContactPoint.Details(null, null, application.phone(), null)));
        }
        if (application.legal() != null) {
            all.add(contact(
                    provider,
                    ContactKind.LEGAL_PROCESS,
                    new ContactPoint.Details(null, application.legal(), null, null)));
        }
        return all;
    }

    private PutContact contact(ProviderId provider, ContactKind kind, ContactPoint.Details details) {
        return new PutContact(provider.ref(), kind, 1, details, LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
    }
}
