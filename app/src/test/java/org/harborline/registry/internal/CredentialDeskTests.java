// SPDX-License-Identifier: Apache-2.0
package org.harborline.registry.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.IntStream;
import org.harborline.journal.Journal;
import org.harborline.platform.Actor;
import org.harborline.platform.ActorKind;
import org.harborline.platform.Mode;
import org.harborline.platform.Permission;
import org.harborline.platform.Purpose;
import org.harborline.platform.Sql;
import org.harborline.platform.Transactions;
import org.harborline.platform.testing.Eventually;
import org.harborline.registry.Credential;
import org.harborline.registry.CredentialScope;
import org.harborline.registry.IssueCredential;
import org.harborline.registry.IssuedCredential;
import org.harborline.registry.Organisations;
import org.harborline.registry.Provider;
import org.harborline.registry.ProviderCredential;
import org.harborline.registry.ProviderId;
import org.harborline.registry.RegisterProvider;
import org.harborline.registry.ReplaceCredential;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

@SpringBootTest
class CredentialDeskTests {

    private static final Actor CLERK = new Actor(
            "clerk-2",
            ActorKind.STAFF,
            EnumSet.of(Permission.REGISTRY_READ, Permission.REGISTRY_CHANGE),
            null,
            Purpose.OPERATION);

    private static Actor keeperOf(ProviderId company) {
        return new Actor(
                "keeper-1",
                ActorKind.PROVIDER,
                EnumSet.of(Permission.COMPANY_READ, Permission.COMPANY_KEEP),
                company.ref(),
                null);
    }

    @Autowired
    Organisations organisations;

    @Autowired
    CredentialTable table;

    @Autowired
    Secrets secrets;

    @Autowired
    CredentialUses uses;

    @Autowired
    ProviderTable providers;

    @Autowired
    Journal journal;

    @Autowired
    Transactions transactions;

    @Autowired
    Clock clock;

    @Autowired
    Sql sql;

    private ProviderId provider(String code) {
        return organisations.listProviders(CLERK).stream()
                .filter(provider -> provider.code().equals(code))
                .map(Provider::id)
                .findFirst()
                .orElseThrow();
    }

    private CredentialDoor desk(Clock at, Mode mode) {
        return new CredentialDoor(table, secrets, uses, at, mode);
    }

    @Test
    void opensWithTheIssuedSecretAndNothingElse() {
        var provider = provider("example-chat");
        var issued = organisations.issueCredential(CLERK, new IssueCredential(provider, true, null));
        assertThat(organisations.authenticate(issued.userName(), issued.secret()))
                .contains(new ProviderCredential(issued.id(), provider, "Example Chat", CredentialScope.READ, false));

        assertThat(organisations.authenticate(issued.userName(), issued.secret() + "A"))
                .isEmpty();
        assertThat(organisations.authenticate(issued.userName(), "")).isEmpty();
        assertThat(organisations.authenticate(issued.userName().toUpperCase(java.util.Locale.ROOT), issued.secret()))
                .isEmpty();
        assertThat(organisations.authenticate("nobody", issued.secret())).isEmpty();
        assertThat(organisations.authenticate("no\0body", issued.secret())).isEmpty();
        assertThat(organisations.authenticate("' OR true --", issued.secret())).isEmpty();
    }

    @Test
    void aRevokedCredentialIsRefusedAtOnceAndStaysListed() {
        var provider = provider("example-mail");
        var issued = organisations.issueCredential(CLERK, new IssueCredential(provider, false, null));
        var other = organisations.issueCredential(CLERK, new IssueCredential(provider, false, null));
        assertThat(organisations.authenticate(issued.userName(), issued.secret()))
                .isPresent();

        organisations.revokeCredential(CLERK, issued.id());
        assertThat(organisations.authenticate(issued.userName(), issued.secret()))
                .isEmpty();
        assertThat(organisations.authenticate(other.userName(), other.secret())).isPresent();

        organisations.revokeCredential(CLERK, issued.id());
        assertThat(organisations.credentials(CLERK, provider))
                .extracting(Credential::id)
                .as("the newest first, the two of the sample last")
                .startsWith(other.id(), issued.id())
                .hasSize(4);
        Eventually.holds(() -> assertThat(journal.of(Actor.system("test"), provider.ref(), 0, 100))
                .extracting(entry -> entry.type())
                .containsOnlyOnce("registry.credential-revoked"));
    }

    @Test
    void anExpiringCredentialIsRefusedFromItsInstantOn() {
        Instant end = clock.instant().plus(Duration.ofDays(1)).truncatedTo(ChronoUnit.MICROS);
        var issued = organisations.issueCredential(CLERK, new IssueCredential(provider("example-pins"), false, end));
        var before = desk(Clock.fixed(end.minusNanos(1000), ZoneOffset.UTC), Mode.SANDBOX);
        var after = desk(Clock.fixed(end, ZoneOffset.UTC), Mode.SANDBOX);
        assertThat(before.authenticate(issued.userName(), issued.secret())).isPresent();
        assertThat(after.authenticate(issued.userName(), issued.secret())).isEmpty();
    }

    @Test
    void theSampleProviderOpensInTheSandboxOnly() {
        assertThat(organisations.authenticate("demo-provider", "demo-provider"))
                .get()
                .extracting(ProviderCredential::provider)
                .isEqualTo(provider("demo-provider"));
        assertThat(desk(clock, Mode.PRODUCTION).authenticate("demo-provider", "demo-provider"))
                .isEmpty();
        assertThat(desk(clock, Mode.PRODUCTION).authenticate("demo-provider-questions", "demo-provider-questions"))
                .isEmpty();
    }

    @Test
    void aSampleProviderFilesWithOneCredentialAndReadsItsQuestionsWithAnother() {
        assertThat(organisations.authenticate("demo-provider", "demo-provider"))
                .get()
                .extracting(ProviderCredential::provider, ProviderCredential::scope)
                .containsExactly(provider("demo-provider"), CredentialScope.FILE_AND_WEBHOOKS);
        assertThat(organisations.authenticate("demo-provider-questions", "demo-provider-questions"))
                .get()
                .extracting(ProviderCredential::provider, ProviderCredential::scope)
                .containsExactly(provider("demo-provider"), CredentialScope.QUESTIONS);
    }

    @Test
    void aCredentialOpensInTheKindOfInstallationItWasMadeFor() {
        var company = provider("demo-provider");
        var sandboxed = organisations.issueCredential(CLERK, new IssueCredential(company, false, null));
        var real = maker(Mode.PRODUCTION).issue(CLERK, new IssueCredential(company, false, null));
        var sandbox = desk(clock, Mode.SANDBOX);
        var production = desk(clock, Mode.PRODUCTION);

        assertThat(sandbox.authenticate(sandboxed.userName(), sandboxed.secret()))
                .isPresent();
        assertThat(sandbox.authenticate(real.userName(), real.secret())).isEmpty();
        assertThat(production.authenticate(real.userName(), real.secret())).isPresent();
        assertThat(production.authenticate(sandboxed.userName(), sandboxed.secret()))
                .isEmpty();
        assertThat(sandbox.madeElsewhere(real.userName())).contains(Mode.PRODUCTION);
        assertThat(production.madeElsewhere(sandboxed.userName())).contains(Mode.SANDBOX);
        assertThat(sandbox.madeElsewhere(sandboxed.userName())).isEmpty();
        assertThat(sandbox.madeElsewhere("demo-provider")).isEmpty();
    }

    private CredentialDesk maker(Mode mode) {
        return new CredentialDesk(table, providers, secrets, journal, transactions, clock, mode);
    }

    @Test
    void inProductionOneThatFilesIsForCompaniesThatWentLive() {
        var code = "new-" + Long.toUnsignedString(System.nanoTime(), 36);
        var company = organisations.registerProvider(CLERK, new RegisterProvider(code, "New", List.of()));
        var production = maker(Mode.PRODUCTION);

        assertThatThrownBy(() -> production.issue(CLERK, new IssueCredential(company, false, null)))
                .hasMessageContaining("company-not-live");
        assertThat(production.issue(CLERK, new IssueCredential(company, true, null)))
                .isNotNull();
        assertThat(organisations.issueCredential(CLERK, new IssueCredential(company, false, null)))
                .as("a sandbox is for trying")
                .isNotNull();
    }

    @Test
    void aSuccessorOpensBesideTheOldOneUntilTheChosenInstantThenAlone() {
        var company = provider("example-games");
        var old = organisations.issueCredential(keeperOf(company), new IssueCredential(company, false, null));
        Instant until = clock.instant().plus(Duration.ofDays(7)).truncatedTo(ChronoUnit.MICROS);

        var next = organisations.replaceCredential(keeperOf(company), new ReplaceCredential(old.id(), until, null));

        var before = desk(Clock.fixed(until.minusNanos(1000), ZoneOffset.UTC), Mode.SANDBOX);
        var after = desk(Clock.fixed(until, ZoneOffset.UTC), Mode.SANDBOX);
        assertThat(before.authenticate(old.userName(), old.secret())).isPresent();
        assertThat(before.authenticate(next.userName(), next.secret())).isPresent();
        assertThat(after.authenticate(old.userName(), old.secret())).isEmpty();
        assertThat(after.authenticate(next.userName(), next.secret())).isPresent();
        assertThatThrownBy(() -> organisations.replaceCredential(
                        keeperOf(company),
                        new ReplaceCredential(next.id(), clock.instant().plus(Duration.ofDays(91)), null)))
                .hasMessageContaining("credential-overlap");
    }

    @Test
    void aCompanyStopsItsOwnCredentialsAtOnceAndNobodyElses() {
        var company = provider("example-meetings");
        var other = provider("example-arcade");
        var own = organisations.issueCredential(CLERK, new IssueCredential(company, false, null));
        var foreign = organisations.issueCredential(CLERK, new IssueCredential(other, false, null));

        assertThatThrownBy(() -> organisations.revokeCredential(keeperOf(company), foreign.id()))
                .hasMessageContaining("not-found");
        assertThatThrownBy(() -> organisations.revokeCredentials(keeperOf(company), other))
                .hasMessageContaining("not-found");
        assertThat(organisations.revokeCredentials(keeperOf(company), company))
                .as("the sample's own two and the new one")
                .isEqualTo(3);

        assertThat(organisations.authenticate(own.userName(), own.secret())).isEmpty();
        assertThat(organisations.authenticate(foreign.userName(), foreign.secret()))
                .isPresent();
        assertThat(organisations.revokeCredentials(keeperOf(company), company)).isZero();
    }

    @Test
    void theLastUseIsWrittenLaterAndNeverGoesBack() {
        var company = provider("example-storage");
        var issued = organisations.issueCredential(CLERK, new IssueCredential(company, false, null));
        Instant used = clock.instant().plus(Duration.ofHours(1)).truncatedTo(ChronoUnit.MICROS);
        assertThat(desk(Clock.fixed(used, ZoneOffset.UTC), Mode.SANDBOX)
                        .authenticate(issued.userName(), issued.secret()))
                .isPresent();
        assertThat(lastUse(company, issued)).as("no write at the request").isNull();

        uses.write();
        assertThat(lastUse(company, issued)).isEqualTo(used);

        assertThat(organisations.authenticate(issued.userName(), issued.secret()))
                .as("a server whose clock is behind")
                .isPresent();
        uses.write();
        assertThat(lastUse(company, issued)).isEqualTo(used);
    }

    private Instant lastUse(ProviderId company, IssuedCredential issued) {
        return organisations.credentials(CLERK, company).stream()
                .filter(one -> one.id().equals(issued.id()))
                .findFirst()
                .orElseThrow()
                .life()
                .lastUsedAt();
    }

    @Test
    void secretsHaveTwoHundredAndFiftySixBitsAndAreStoredAsAHashOnly() {
        var made = IntStream.range(0, 50)
                .mapToObj(_ -> secrets.newSecret(Mode.SANDBOX))
                .toList();
        assertThat(made)
                .doesNotHaveDuplicates()
                .allSatisfy(secret -> assertThat(Base64.getUrlDecoder().decode(secret.substring("sandbox-".length())))
                        .hasSize(32));

        var issued = organisations.issueCredential(CLERK, new IssueCredential(provider("example-clips"), false, null));
        List<String> rows = sql.of("SELECT c::text AS row FROM registry.credential c")
                .query((row, _) -> row.getString("row"))
                .list();
        assertThat(rows).isNotEmpty().noneMatch(row -> row.contains(issued.secret()));
        assertThat(rows).anyMatch(row -> row.contains(secrets.hash(issued.secret())));
        assertThat(issued.toString()).doesNotContain(issued.secret());
        // NIST's example vector for SHA-256
        assertThat(secrets.hash("abc")).isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    @Test
    void bothLookUpsOfTheHotPathAreOneIndexScan() {
        // A handful of rows is read faster without an index, so the planner is told that scans are dear.
        transactions.run(() -> {
            sql.of("SET LOCAL enable_seqscan = off").update();
            var credential = plan(sql.of("""
                    EXPLAIN SELECT c.secret_hash
                    FROM registry.credential c
                    JOIN registry.provider p ON p.provider_id = c.provider_id
                    WHERE c.user_name = 'p-1'
                    """));
            assertThat(credential).contains("credential_user_name_unique").doesNotContain("Seq Scan");
            var coverage = plan(sql.of("""
                    EXPLAIN SELECT c.coverage_id
                    FROM registry.coverage c
                    JOIN registry.agency a ON a.agency_id = c.agency_id
                    WHERE c.area_key = ANY (ARRAY ['ANYWHERE', 'COUNTRY:US', 'REGION:US:CA'])
                    AND c.effective_from <= DATE '2026-11-23'
                    """));
            assertThat(coverage).contains("coverage_by_area").doesNotContain("Seq Scan");
        });
    }

    private static String plan(org.springframework.jdbc.core.simple.JdbcClient.StatementSpec statement) {
        return String.join("\n", statement.query((row, _) -> row.getString(1)).list());
    }
}
