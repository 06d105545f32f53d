// SPDX-License-Identifier: Apache-2.0
package org.harborline.registry.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.harborline.access.Account;
import org.harborline.access.Accounts;
import org.harborline.access.Invitation;
import org.harborline.access.NewAccount;
import org.harborline.access.Role;
import org.harborline.access.SignedIn;
import org.harborline.platform.Actor;
import org.harborline.platform.ActorKind;
import org.harborline.registry.Organisations;
import org.harborline.registry.Provider;
import org.harborline.registry.ProviderId;
import org.harborline.registry.RegisterProvider;
import org.harborline.registry.Verifications;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.context.WebApplicationContext;

@SpringBootTest
class PortalPagesTests {

    private static final Actor SELF = Actor.system("test");
    private static final Pattern USER = Pattern.compile("sandbox-[0-9a-f]{20}");
    private static final Pattern SECRET = Pattern.compile("sandbox-[A-Za-z0-9_-]{43}");

    @Autowired
    WebApplicationContext context;

    @Autowired
    Organisations organisations;

    @Autowired
    Accounts accounts;

    @Autowired
    Verifications verifications;

    @Autowired
    JdbcClient jdbc;

    private ProviderId company() {
        var code = "portal-" + UUID.randomUUID();
        return organisations.registerProvider(
                SELF, new RegisterProvider(code, "Portal", List.of(new Provider.Offering("Chat", "chat.example"))));
    }

    private static Actor person(ProviderId company, Role role) {
        return new Actor(UUID.randomUUID().toString(), ActorKind.PROVIDER, role.permissions(), company.ref(), null);
    }

    private MockMvcTester door(Actor actor) {
        return MockMvcTester.from(
                context,
                builder -> builder.apply(springSecurity())
                        .defaultRequest(get("/").with(csrf()).with(authentication(SignedIn.justNow(actor))))
                        .build());
    }

    private static String body(MvcTestResult result) throws Exception {
        assertThat(result).hasStatusOk();
        String body = result.getResponse().getContentAsString(java.nio.charset.StandardCharsets.UTF_8);
        assertThat(body).doesNotContain("??");
        return body;
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "es"})
    void everyPageOfThePortalIsWholeInBothLanguages(String language) throws Exception {
        var door = door(person(company(), Role.PROVIDER_ADMINISTRATOR));
        for (String path : List.of(
                "/provider", "/provider/company", "/provider/contacts", "/provider/credentials", "/provider/people")) {
            assertThat(body(door.get().uri(path).locale(Locale.of(language)).exchange()))
                    .as(path)
                    .contains("<html lang=\"" + language + "\"")
                    .contains("</main>");
        }
    }

    @Test
    void aCompanyMakesItsOwnCredentialSeesItsSecretOnceAndStopsItAtOnce() throws Exception {
        var company = company();
        var door = door(person(company, Role.PROVIDER_ADMINISTRATOR));
        String answer = body(door.post()
                .uri("/provider/credentials")
                .param("scope", "FILE")
                .param("service", "Chat")
                .exchange());
        var user = USER.matcher(answer);
        var secret = SECRET.matcher(answer);
        assertThat(user.find() && secret.find()).isTrue();
        assertThat(organisations.authenticate(user.group(), secret.group())).isPresent();
        assertThat(body(door.get().uri("/provider/credentials").exchange()))
                .contains(user.group())
                .doesNotContain(secret.group());

        assertThat(door.post().uri("/provider/credentials/stop").exchange()).hasStatus3xxRedirection();
        assertThat(organisations.authenticate(user.group(), secret.group())).isEmpty();
    }

    @Test
    void areporterSeesTheCompanyButKeepsNothingOfIt() {
        var door = door(person(company(), Role.PROVIDER_REPORTER));
        assertThat(door.get().uri("/provider/credentials").exchange()).hasStatusOk();
        assertThat(door.get().uri("/provider/people").exchange()).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(door.post().uri("/provider/credentials/stop").exchange()).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(door.post()
                        .uri("/provider/company")
                        .param("version", "1")
                        .param("services", "")
                        .exchange())
                .hasStatus(HttpStatus.NOT_FOUND);
    }

    @Test
    void nobodyElsesPortalIsReachedWithoutACompany() {
        var staff = new Actor(
                "clerk-9", ActorKind.STAFF, EnumSet.allOf(org.harborline.platform.Permission.class), null, null);
        for (String path : List.of("/provider", "/provider/company", "/provider/credentials", "/provider/people")) {
            assertThat(door(staff).get().uri(path).exchange()).as(path).hasStatus(HttpStatus.NOT_FOUND);
        }
    }

    @Test
    void aCompanyKeepsItsOwnPeopleAndNobodyElses() throws Exception {
        var company = company();
        var keeper = person(company, Role.PROVIDER_ADMINISTRATOR);
        var door = door(keeper);
        var name = "reporter-" + Long.toUnsignedString(System.nanoTime(), 36);
        assertThat(body(door.post()
                        .uri("/provider/people")
                        .param("name", name)
                        .param("displayName", "Reporter 3")
                        .param("role", "PROVIDER_REPORTER")
                        .exchange()))
                .contains("/invitation/");
        assertThat(body(door.get().uri("/provider/people").exchange())).contains(name);

        assertThat(door.post()
                        .uri("/provider/people")
                        .param("name", name + "-2")
                        .param("displayName", "Analyst")
                        .param("role", "ANALYST")
                        .exchange())
                .as("no role of staff")
                .hasStatus(HttpStatus.BAD_REQUEST);
        var stranger = accounts.create(
                SELF,
                new NewAccount(
                        "other-" + name,
                        "Other",
                        Set.of(Role.PROVIDER_REPORTER),
                        company().ref()),
                "a long password 17");
        assertThat(door.post()
                        .uri("/provider/people/" + stranger + "/disable")
                        .param("version", "1")
                        .exchange())
                .hasStatus(HttpStatus.NOT_FOUND);
        assertThat(accounts.find(SELF, stranger)).map(Account::state).hasToString("Optional[ACTIVE]");
    }

    /// Names of all accounts are of one kind; what is taken elsewhere is nobody's business here.
    @Test
    void invitingTellsNothingOfNamesThatOthersHave() throws Exception {
        String name = "maria-" + Long.toUnsignedString(System.nanoTime(), 36);
        accounts.create(
                SELF,
                new NewAccount(
                        name, "Other", Set.of(Role.PROVIDER_REPORTER), company().ref()),
                "a long password 18");
        var first = company();
        var door = door(person(first, Role.PROVIDER_ADMINISTRATOR));
        assertThat(invited(door, name)).matches(name + "\\.[b-z2-9]{6}");
        assertThat(invited(door(person(company(), Role.PROVIDER_ADMINISTRATOR)), name))
                .as("in another company too")
                .startsWith(name + ".");

        String ending = invited(door, name + "-2").substring(name.length() + 2);
        assertThat(invited(door, name + "-3" + ending)).isEqualTo(name + "-3" + ending);
        assertThat(invite(door, name)).as("one of the own list").hasStatus(HttpStatus.CONFLICT);
        assertThat(invite(door, name.toUpperCase(Locale.ROOT) + ending)).hasStatus(HttpStatus.CONFLICT);
        assertThat(invite(door, " ")).hasStatus(HttpStatus.BAD_REQUEST);
        assertThat(invite(door, "m".repeat(58))).hasStatus(HttpStatus.BAD_REQUEST);
    }

    private static MvcTestResult invite(MockMvcTester door, String name) {
        return door.post()
                .uri("/provider/people")
                .param("name", name)
                .param("displayName", "Reporter 4")
                .param("role", "PROVIDER_REPORTER")
                .exchange();
    }

    /// The list of a company's people ends somewhere; whoever stands behind its end is invited all the same.
    @Test
    void theNameToPassOnIsShownHoweverManyPeopleThereAre() throws Exception {
        var company = company();
        var name = "many-" + Long.toUnsignedString(System.nanoTime(), 36);
        try {
            for (int at = 0; at < 500; at++) {
                inviteOne(company, name + "-" + at);
            }
            var door = door(person(company, Role.PROVIDER_ADMINISTRATOR));
            assertThat(invited(door, name)).startsWith(name + ".");
            var late = inviteOne(company, name + "-late");
            assertThat(invited(door.post()
                            .uri("/provider/people/" + late.holder() + "/invitation")
                            .exchange()))
                    .isEqualTo(name + "-late");
        } finally {
            removePeopleOf(company);
        }
    }

    private Invitation inviteOne(ProviderId company, String name) {
        return accounts.invite(SELF, new NewAccount(name, "Reporter 5", Set.of(Role.PROVIDER_REPORTER), company.ref()));
    }

    /// Other tests look for theirs among the first accounts.
    private void removePeopleOf(ProviderId company) {
        jdbc.sql("""
                        DELETE FROM access.invitation
                        WHERE account_id IN (SELECT account_id FROM access.account WHERE party_id = :company)
                        """).param("company", company.ref().id()).update();
        jdbc.sql("DELETE FROM access.account WHERE party_id = :company")
                .param("company", company.ref().id())
                .update();
    }

    private static String invited(MockMvcTester door, String name) throws Exception {
        return invited(invite(door, name));
    }

    private static String invited(MvcTestResult answer) throws Exception {
        var shown = Pattern.compile("id=\"invited\">([^<]+)<").matcher(body(answer));
        assertThat(shown.find()).isTrue();
        return shown.group(1);
    }

    @Test
    void theCompanySeesUntilWhenItsAgreementHolds() throws Exception {
        var company = company();
        var door = door(person(company, Role.PROVIDER_ADMINISTRATOR));
        assertThat(body(door.get().uri("/provider/company").exchange())).doesNotContain("Our agreement");

        verifications.agree(
                SELF, company, "[synthetic agreement 11]", LocalDate.of(2020, 1, 1), LocalDate.of(2020, 12, 31));
        assertThat(body(door.get().uri("/provider/company").exchange()))
                .contains("Our agreement with you ended on 2020-12-31.")
                .doesNotContain("synthetic");

        verifications.agree(
                SELF, company, "[synthetic agreement 12]", LocalDate.of(2021, 1, 1), LocalDate.of(2999, 12, 31));
        assertThat(body(door.get()
                        .uri("/provider/company")
                        .locale(Locale.of("es"))
                        .exchange()))
                .contains("en vigor hasta el 2999-12-31");
    }

    @Test
    void theCompanyChangesItsServicesAndNotItsName() throws Exception {
        var company = company();
        var door = door(person(company, Role.PROVIDER_ADMINISTRATOR));
        assertThat(door.post()
                        .uri("/provider/company")
                        .param("version", "1")
                        .param("name", "Another Name")
                        .param("services", "Mail | mail.example")
                        .exchange())
                .hasStatus3xxRedirection();
        var changed = organisations.findProvider(SELF, company).orElseThrow();
        assertThat(changed.name()).isEqualTo("Portal");
        assertThat(changed.services()).containsExactly(new Provider.Offering("Mail", "mail.example"));
    }
}
