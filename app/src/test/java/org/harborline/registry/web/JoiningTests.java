// SPDX-License-Identifier: Apache-2.0
package org.harborline.registry.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.harborline.access.Accounts;
import org.harborline.access.Role;
import org.harborline.platform.Actor;
import org.harborline.platform.ActorKind;
import org.harborline.platform.Permission;
import org.harborline.platform.Purpose;
import org.harborline.registry.Application;
import org.harborline.registry.ChangeProvider;
import org.harborline.registry.CheckItem;
import org.harborline.registry.Organisations;
import org.harborline.registry.Provider;
import org.harborline.registry.ProviderId;
import org.harborline.registry.Registrations;
import org.harborline.registry.Standing;
import org.harborline.registry.Verifications;
import org.harborline.registry.Verifying;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.context.WebApplicationContext;

@SpringBootTest
class JoiningTests {

    private static final Pattern LINK = Pattern.compile("/providers/register/[A-Za-z0-9_-]{43}");
    private static final Pattern INVITATION = Pattern.compile("/invitation/([A-Za-z0-9_-]+)");
    private static final Actor SELF = Actor.system("test");

    @Autowired
    WebApplicationContext context;

    @Autowired
    Registrations registrations;

    @Autowired
    Verifications verifications;

    @Autowired
    Organisations organisations;

    @Autowired
    Accounts accounts;

    @Autowired
    Clock clock;

    private static Actor clerk(String id) {
        return new Actor(
                id,
                ActorKind.STAFF,
                EnumSet.of(Permission.REGISTRY_READ, Permission.REGISTRY_CHANGE, Permission.PROVIDER_APPROVE),
                null,
                Purpose.OPERATION);
    }

    private MockMvcTester stranger() {
        return MockMvcTester.from(
                context,
                builder -> builder.apply(springSecurity())
                        .defaultRequest(get("/").with(csrf()))
                        .build());
    }

    private static String unique() {
        return Long.toUnsignedString(System.nanoTime(), 36);
    }

    private static MockMvcTester.MockMvcRequestBuilder form(MockMvcTester door, String mail) {
        return door.post()
                .uri("/providers/register")
                .param("company", "Example Joins")
                .param("country", "fr")
                .param("services", "Joins | joins.example")
                .param("ground", "DUTY")
                .param("person", "Person 17")
                .param("mail", mail)
                .param("phone", "+33 1 99 00 55 00")
                .param("legal", "legal@joins.example");
    }

    private ProviderId joined() {
        String path = registrations
                .apply(
                        SELF,
                        new Application(
                                "Example Joins",
                                "FR",
                                List.of(new Provider.Offering("Joins", "joins.example")),
                                Application.Ground.DUTY,
                                "Person 17",
                                unique() + "@joins.example",
                                null,
                                null,
                                "en"))
                .orElseThrow();
        var invitation = registrations.confirm(SELF, path.substring(path.lastIndexOf('/') + 1));
        var party = accounts.find(SELF, invitation.holder()).orElseThrow().party();
        return new ProviderId(java.util.UUID.fromString(party.id()));
    }

    @Test
    void aCompanyJoinsByItselfWithAFormALinkAndAPassword() throws Exception {
        var door = stranger();
        String mail = unique() + "@joins.example";
        String sent = form(door, mail).exchange().getResponse().getContentAsString();
        var link = LINK.matcher(sent);
        assertThat(link.find()).as("a sandbox without mail shows the link").isTrue();

        assertThat(door.get().uri(link.group()).exchange())
                .as("opening it does nothing, because programs open links")
                .hasStatusOk();
        var answer = door.post().uri(link.group()).exchange();
        assertThat(answer).hasStatus3xxRedirection();
        var invitation = INVITATION.matcher(answer.getResponse().getRedirectedUrl());
        assertThat(invitation.find()).isTrue();
        accounts.acceptInvitation(SELF, invitation.group(1), "a long password 17");

        assertThat(door.post().uri(link.group()).exchange()).as("it works once").hasStatus(HttpStatus.NOT_FOUND);
        var account = accounts.list(SELF, java.util.Optional.empty(), 200).stream()
                .filter(one -> one.signInName().equals(mail))
                .findFirst()
                .orElseThrow();
        assertThat(account.roles()).containsExactly(Role.PROVIDER_ADMINISTRATOR);
        var provider = new ProviderId(java.util.UUID.fromString(account.party().id()));
        assertThat(organisations.findProvider(SELF, provider).orElseThrow().standing())
                .isEqualTo(Standing.UNVERIFIED);
        assertThat(organisations.contacts(SELF, List.of(provider.ref())).get(provider.ref()))
                .hasSize(3);
    }

    @Test
    void aKnownCompanyIsAnsweredLikeAnUnknownOne() throws Exception {
        var door = stranger();
        String known = unique() + "@joins.example";
        String path = LINK.matcher(form(door, known).exchange().getResponse().getContentAsString())
                .results()
                .findFirst()
                .orElseThrow()
                .group();
        assertThat(door.post().uri(path).exchange()).hasStatus3xxRedirection();

        String again = form(door, known).exchange().getResponse().getContentAsString();
        String other =
                form(door, unique() + "@joins.example").exchange().getResponse().getContentAsString();
        assertThat(said(again)).isNotEmpty().isEqualTo(said(other));
        assertThat(door.post()
                        .uri(LINK.matcher(again)
                                .results()
                                .findFirst()
                                .orElseThrow()
                                .group())
                        .exchange())
                .as("whoever holds the mailbox hears that it has an account")
                .hasStatus(HttpStatus.CONFLICT);
    }

    private static String said(String page) {
        return LINK.matcher(page.substring(page.indexOf("<main>"))).replaceAll("");
    }

    @ParameterizedTest
    @CsvSource({
        "company,'',Name of the company",
        "country,FRA,Country: two letters",
        "services,Joins,Services: at least one",
        "mail,nobody,Your mail address",
        "phone,0190,Number: with the country",
        "legal,x,Mail address for legal process"
    })
    void whatDoesNotFitIsNamedAndNothingTypedIsLost(String field, String typed, String sentence) throws Exception {
        var answer = form(stranger(), unique() + "@joins.example")
                .locale(Locale.ENGLISH)
                .with(request -> {
                    request.setParameter(field, typed);
                    return request;
                })
                .exchange();
        assertThat(answer.getResponse().getContentAsString())
                .contains(sentence)
                .contains("Person 17")
                .contains("href=\"#" + field + "\"");
    }

    private void checkEverything(ProviderId company) {
        for (CheckItem item : CheckItem.values()) {
            verifications.check(clerk("clerk-a"), company, item, "register 17, folder 4", version(company));
        }
    }

    private long version(ProviderId company) {
        return verifications.of(SELF, company).version();
    }

    @Test
    void twoDifferentPeopleAgreeOnceEverythingIsChecked() {
        var company = joined();
        assertThatThrownBy(() -> verifications.approve(clerk("clerk-a"), company, version(company)))
                .hasMessageContaining("company-checks-open");
        checkEverything(company);
        assertThatThrownBy(() -> verifications.approve(clerk("clerk-a"), company, version(company)))
                .as("no agreement is in force")
                .hasMessageContaining("company-checks-open");
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        verifications.agree(clerk("clerk-a"), company, "number 17, folder 4", today, today.plusYears(1));

        verifications.approve(clerk("clerk-a"), company, version(company));
        assertThat(verifications.of(SELF, company).standing()).isEqualTo(Standing.UNVERIFIED);
        assertThatThrownBy(() -> verifications.approve(clerk("clerk-a"), company, version(company)))
                .hasMessageContaining("company-approved-already");
        verifications.approve(clerk("clerk-b"), company, version(company));

        Verifying verified = verifications.opened(clerk("clerk-b"), company);
        assertThat(verified.standing()).isEqualTo(Standing.VERIFIED);
        assertThat(verified.checks().get(CheckItem.CALL_BACK).note()).isEqualTo("register 17, folder 4");
        assertThat(verifications
                        .of(SELF, company)
                        .checks()
                        .get(CheckItem.CALL_BACK)
                        .note())
                .as("nobody reads notes without it being recorded")
                .isNull();
    }

    @Test
    void whoeverSawAnOlderCompanyChangesNothing() {
        var company = joined();
        long shown = version(company);
        verifications.check(clerk("clerk-a"), company, CheckItem.CALL_BACK, "called", shown);
        assertThatThrownBy(() -> verifications.check(clerk("clerk-b"), company, CheckItem.CALL_BACK, "me too", shown))
                .hasMessageContaining("changed-meanwhile");
        assertThatThrownBy(() -> verifications.suspend(clerk("clerk-b"), company, shown))
                .hasMessageContaining("changed-meanwhile");
    }

    @Test
    void anotherDomainOpensItsCheckAgainAndWithdrawsWhatWasAgreed() {
        var company = joined();
        checkEverything(company);
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        verifications.agree(clerk("clerk-a"), company, "number 17", today, null);
        verifications.approve(clerk("clerk-a"), company, version(company));

        var keeper = new Actor(
                "keeper-7", ActorKind.PROVIDER, Role.PROVIDER_ADMINISTRATOR.permissions(), company.ref(), null);
        organisations.changeProvider(
                keeper,
                new ChangeProvider(
                        company,
                        version(company),
                        "Example Joins",
                        List.of(new Provider.Offering("Joins", "new.example"))));

        Verifying after = verifications.of(keeper, company);
        assertThat(after.open()).containsExactly(CheckItem.DOMAIN_CONTROL);
        assertThat(after.approvals()).isEmpty();
    }

    @Test
    void aSuspendedCompanyIsAgreedOnAnew() {
        var company = joined();
        verifications.suspend(clerk("clerk-a"), company, version(company));
        assertThat(organisations.findProvider(SELF, company).orElseThrow().standing())
                .isEqualTo(Standing.SUSPENDED);
        assertThatThrownBy(() -> organisations.issueCredential(
                        SELF, new org.harborline.registry.IssueCredential(company, false, null)))
                .hasMessageContaining("company-suspended");
        verifications.resume(clerk("clerk-a"), company, version(company));
        assertThat(verifications.of(SELF, company).standing()).isEqualTo(Standing.UNVERIFIED);
    }

    @Test
    void aCompanySeesItsOwnChecklistAndNobodyElses() {
        var company = joined();
        var other = joined();
        var keeper = new Actor(
                "keeper-8",
                ActorKind.PROVIDER,
                Role.PROVIDER_ADMINISTRATOR.permissions(),
                company.ref(),
                Purpose.OPERATION);
        assertThat(verifications.of(keeper, company).open()).hasSize(CheckItem.values().length);
        assertThatThrownBy(() -> verifications.of(keeper, other)).hasMessageContaining("not-found");
        assertThatThrownBy(() -> verifications.opened(keeper, company)).hasMessageContaining("not-found");
        assertThatThrownBy(() -> verifications.approve(keeper, company, version(company)))
                .hasMessageContaining("not-found");
        assertThatThrownBy(() -> verifications.attention(keeper)).hasMessageContaining("not-found");
    }

    @Test
    void attentionListsWhatWaits() {
        var company = joined();
        assertThat(verifications.attention(clerk("clerk-a")).joining())
                .extracting(one -> one.company().id())
                .contains(company);
        organisations.issueCredential(SELF, new org.harborline.registry.IssueCredential(company, false, null));
        assertThat(organisations.revokeCredentials(SELF, company)).isOne();
        assertThat(verifications.attention(clerk("clerk-a")).stopped())
                .extracting(one -> one.company().id())
                .contains(company);
    }
}
