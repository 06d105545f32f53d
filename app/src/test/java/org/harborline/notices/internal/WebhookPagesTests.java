// SPDX-License-Identifier: Apache-2.0
package org.harborline.notices.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.net.URI;
import java.util.List;
import org.harborline.access.ActorAuthentication;
import org.harborline.intake.MovableClock;
import org.harborline.intake.ReportNumber;
import org.harborline.notices.EndpointMessage.Way;
import org.harborline.notices.Endpoints;
import org.harborline.notices.OutwardState;
import org.harborline.platform.Actor;
import org.harborline.platform.Ids;
import org.harborline.platform.Permission;
import org.harborline.platform.Sql;
import org.harborline.platform.Transactions;
import org.harborline.registry.ProviderId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@NoticesTest
class WebhookPagesTests {

    private static final Actor STAFF = Stage.staff(Permission.REGISTRY_READ, Permission.REGISTRY_CHANGE);
    private static final String OWN = "/provider/webhooks";
    private static final String ADDRESS = "http://127.0.0.1:9/hook";

    @Autowired
    Stage.Director director;

    @Autowired
    Endpoints endpoints;

    @Autowired
    MessageTable messages;

    @Autowired
    MovableClock clock;

    @Autowired
    Transactions transactions;

    @Autowired
    Sql sql;

    @Autowired
    MockMvcTester mvc;

    private ProviderId company;
    private Actor sender;

    @BeforeEach
    void aCompany() {
        company = director.company();
        sender = Stage.of(company);
    }

    private String staffPath() {
        return "/registry/webhooks/" + company;
    }

    private MvcTestResult page(Actor actor, String path, String language) {
        return mvc.get()
                .uri(path)
                .header("Accept-Language", language)
                .with(authentication(new ActorAuthentication(actor)))
                .exchange();
    }

    private MvcTestResult post(Actor actor, String path, String... parameters) {
        var request = mvc.post()
                .uri(path)
                .with(authentication(new ActorAuthentication(actor)))
                .with(csrf());
        for (int i = 0; i < parameters.length; i += 2) {
            request = request.param(parameters[i], parameters[i + 1]);
        }
        return request.exchange();
    }

    private String giveUpOne() {
        var message = new MessageTable.New(
                Ids.next(),
                -31,
                company.value(),
                new ReportNumber(7_999_999),
                OutwardState.MADE_AVAILABLE,
                clock.instant());
        transactions.run(
                () -> { // or the job of the server finds it waiting
                    messages.insert(List.of(message));
                    messages.end(List.of(new MessageTable.End(message.id(), Way.DEAD, null)));
                });
        return message.id().toString();
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "es"})
    void everyPageHasAllItsTexts(String language) {
        assertThat(page(sender, OWN, language)).hasStatusOk().bodyText().doesNotContain("??");
        assertThat(page(STAFF, staffPath(), language)).hasStatusOk().bodyText().doesNotContain("??");
        endpoints.put(sender, company, URI.create(ADDRESS));
        String message = giveUpOne();
        for (String path : List.of(OWN, OWN + "?dead=true", staffPath(), staffPath() + "?dead=true")) {
            assertThat(page(path.startsWith(OWN) ? sender : STAFF, path, language))
                    .hasStatusOk()
                    .bodyText()
                    .contains("127.0.0.1", "7999999", message)
                    .doesNotContain("??", "/hook");
        }
        assertThat(page(STAFF, "/registry/webhooks", language))
                .hasStatusOk()
                .bodyText()
                .contains(staffPath())
                .doesNotContain("??", "/hook");
        sql.of("DELETE FROM notices.message WHERE cause = -31").update();
    }

    @Test
    void theSecretIsShownWhenItIsMadeAndNeverAgain() {
        assertThat(post(sender, OWN, "address", ADDRESS))
                .hasStatusOk()
                .bodyText()
                .contains("whsec_");
        assertThat(page(sender, OWN, "en")).bodyText().doesNotContain("whsec_", "/hook");
        assertThat(post(sender, OWN, "address", ADDRESS)).hasStatus(HttpStatus.FOUND);
        assertThat(post(sender, OWN + "/rotation")).hasStatusOk().bodyText().contains("whsec_");
        assertThat(post(sender, OWN + "/ping"))
                .hasStatusOk()
                .bodyText()
                .contains("The test was not taken.", "could not be reached");
        assertThat(post(sender, OWN + "/removal")).hasStatus(HttpStatus.FOUND);
        assertThat(page(sender, OWN, "en")).bodyText().contains("No address is set.");
    }

    @Test
    void anAddressThatIsNotTakenIsAnsweredWithWhatToDo() {
        for (String address : List.of("https://elsewhere.example/x", "no address at all")) {
            assertThat(post(sender, OWN, "address", address))
                    .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                    .bodyText()
                    .contains("Ask the clearinghouse to list it")
                    .doesNotContain("elsewhere.example");
        }
    }

    @Test
    void staffAndTheCompanySendAgainWhatWasGivenUp() {
        endpoints.put(sender, company, URI.create(ADDRESS));
        String message = giveUpOne();

        assertThat(post(STAFF, staffPath() + "/messages/" + message + "/replay"))
                .hasStatus(HttpStatus.FOUND);
        assertThat(endpoints.dead(STAFF, company)).isZero();
        messages.giveUp(company.value(), clock.instant());
        assertThat(post(sender, OWN + "/replay", "since", "2026-11-01"))
                .hasStatusOk()
                .bodyText()
                .contains("1 message is sent again.");
        assertThat(endpoints.dead(STAFF, company)).isZero();
        sql.of("DELETE FROM notices.message WHERE cause = -31").update();
    }

    @Test
    void nobodyElseFindsThem() {
        assertThat(page(STAFF, OWN, "en")).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(page(sender, staffPath(), "en")).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(post(Stage.staff(Permission.REGISTRY_READ), staffPath() + "/replay", "since", "2026-11-01"))
                .hasStatus(HttpStatus.NOT_FOUND);
    }
}
