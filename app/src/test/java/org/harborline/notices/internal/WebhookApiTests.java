// SPDX-License-Identifier: Apache-2.0
package org.harborline.notices.internal;

import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.junit5.WireMockRuntimeInfo;
import com.github.tomakehurst.wiremock.junit5.WireMockTest;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.IntStream;
import org.harborline.intake.MovableClock;
import org.harborline.intake.ReportNumber;
import org.harborline.notices.OutwardState;
import org.harborline.platform.Ids;
import org.harborline.platform.Settings;
import org.harborline.platform.Sql;
import org.harborline.platform.Transactions;
import org.harborline.platform.outbound.Mail;
import org.harborline.platform.testing.Eventually;
import org.harborline.registry.ContactKind;
import org.harborline.registry.ContactPoint;
import org.harborline.registry.CredentialScope;
import org.harborline.registry.IssueCredential;
import org.harborline.registry.ProviderId;
import org.harborline.registry.PutContact;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A company's webhook kept by its machines, with credentials as they are issued.
@NoticesTest
@WireMockTest
@ExtendWith(OutputCaptureExtension.class)
class WebhookApiTests {

    private static final String PATH = "/api/v1/webhook";

    @Autowired
    Stage.Director director;

    @Autowired
    MessageTable messages;

    @Autowired
    Transactions transactions;

    @Autowired
    MovableClock clock;

    @Autowired
    EndpointTable endpoints;

    @Autowired
    Settings settings;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    JsonMapper json;

    @Autowired
    Sql sql;

    private ProviderId company;
    private String keeper;
    private String filer;
    private String reader;
    private String address;

    @BeforeEach
    void aCompany(WireMockRuntimeInfo receiver) {
        company = director.company();
        keeper = credential(CredentialScope.FILE_AND_WEBHOOKS);
        filer = credential(CredentialScope.FILE);
        reader = credential(CredentialScope.READ);
        address = receiver.getHttpBaseUrl().replace("localhost", "127.0.0.1") + "/hook/" + company;
        receiver.getWireMock().register(post("/hook/" + company).willReturn(ok()));
    }

    private String credential(CredentialScope scope) {
        var issued = director.organisations()
                .issueCredential(Stage.OUTSIDE, new IssueCredential(company, null, scope, null));
        String pair = issued.userName() + ":" + issued.secret();
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }

    private MvcTestResult call(HttpMethod method, String path, String as, String body) {
        return mvc.method(method)
                .uri(PATH + path)
                .header("Authorization", as)
                .contentType("application/json")
                .content(body)
                .exchange();
    }

    private JsonNode read(MvcTestResult answer, int status) throws Exception {
        assertThat(answer).hasStatus(status);
        return json.readTree(answer.getResponse().getContentAsString());
    }

    private JsonNode set() throws Exception {
        return read(call(HttpMethod.PUT, "", keeper, "{\"address\": \"%s\"}".formatted(address)), 201);
    }

    @Test
    void aWebhookIsSetChangedProvedAndTakenAway() throws Exception {
        assertThat(read(call(HttpMethod.GET, "", reader, ""), 404)
                        .path("detail")
                        .asString())
                .contains("has set no webhook");

        JsonNode made = set();
        assertThat(made.path("secret").asString()).startsWith("whsec_");
        assertThat(made.path("host").asString()).isEqualTo("127.0.0.1");
        JsonNode again = read(call(HttpMethod.PUT, "", keeper, "{\"address\": \"%s\"}".formatted(address)), 200);
        assertThat(again.has("secret")).isFalse();
        assertThat(read(call(HttpMethod.GET, "", filer, ""), 200).toString()).doesNotContain("whsec_", "/hook");

        JsonNode rotated = read(call(HttpMethod.POST, "/rotation", keeper, ""), 200);
        assertThat(rotated.path("secret").asString())
                .startsWith("whsec_")
                .isNotEqualTo(made.path("secret").asString());
        assertThat(rotated.has("oldSecretUntil")).isTrue();
        JsonNode twice = read(call(HttpMethod.POST, "/rotation", keeper, ""), 409);
        assertThat(twice.path("code").asInt()).isEqualTo(4000);
        assertThat(twice.path("title").asString()).isEqualTo("The secret is being changed already");

        assertThat(call(HttpMethod.DELETE, "", keeper, "")).hasStatus(204);
        assertThat(call(HttpMethod.GET, "", keeper, "")).hasStatus(404);
        assertThat(call(HttpMethod.DELETE, "", keeper, "")).hasStatus(404);
    }

    @ParameterizedTest
    @CsvSource({
        "PUT,''",
        "DELETE,''",
        "POST,/rotation",
        "POST,/ping",
        "POST,/replay",
        "POST,/messages/0199c0de-0000-7000-8000-000000000000/replay"
    })
    void aKeyThatFilesReadsAndChangesNothing(HttpMethod method, String path) throws Exception {
        set();
        for (String as : List.of(filer, reader)) {
            JsonNode problem = read(call(method, path, as, "{\"address\": \"http://127.0.0.1/elsewhere\"}"), 403);
            assertThat(problem.path("code").asInt()).isEqualTo(3000);
            assertThat(problem.path("detail").asString()).contains("in the portal can issue one");
        }
        assertThat(read(call(HttpMethod.GET, "", keeper, ""), 200).has("oldSecretUntil"))
                .isFalse();
    }

    @Test
    void whoeverKeepsTheCompanyHearsOfEachChange(CapturedOutput log) throws Exception {
        set();
        Eventually.holds(() -> assertThat(log.getOut()).contains(company + ": Your webhook was changed"));
    }

    @Test
    void theMailNamesThePortalAndNoReport() {
        var details = new ContactPoint.Details("Duty desk", "desk@chat.example", null, null);
        director.organisations()
                .putContact(
                        Stage.OUTSIDE,
                        new PutContact(company.ref(), ContactKind.ROUND_THE_CLOCK, 1, details, LocalDate.EPOCH));
        var mail = new SentMail();

        new TellCompany(endpoints, director.organisations(), mail, settings).changed(company.value());

        assertThat(mail.to).isEqualTo("desk@chat.example");
        assertThat(mail.text).contains("/provider/webhooks", "/provider/credentials", "stop your credentials");
    }

    private static final class SentMail implements Mail {

        private String to = "";
        private String text = "";

        @Override
        public boolean isSet() {
            return true;
        }

        @Override
        public void send(String address, String subject, String said) {
            to = address;
            text = said;
        }
    }

    @Test
    void aClientThatAcceptsSomethingElseIsAnsweredAllTheSame() {
        assertThat(mvc.get()
                        .uri(PATH + "/messages")
                        .header("Authorization", reader)
                        .header("Accept", "text/html")
                        .exchange())
                .hasStatusOk()
                .hasContentTypeCompatibleWith("application/json");
    }

    @Test
    void theLedgerIsReadPageByPageAndSentAgain() throws Exception {
        set();
        director.settle();
        List<String> made = giveUp(230);

        JsonNode first = read(call(HttpMethod.GET, "/messages?dead=true", filer, ""), 200);
        JsonNode second = next(first);
        JsonNode third = next(second);
        assertThat(third.has("next")).isFalse();
        List<String> ids = new ArrayList<>();
        for (JsonNode page : List.of(first, second, third)) {
            page.path("messages").forEach(one -> ids.add(one.path("id").asString()));
        }
        assertThat(ids).containsExactlyElementsOf(made.reversed());
        assertThat(first.path("messages").get(0).path("way").asString()).isEqualTo("dead");
        assertThat(read(call(HttpMethod.GET, "", filer, ""), 200).path("dead").asLong())
                .isEqualTo(230);

        assertThat(call(HttpMethod.POST, "/messages/" + made.getFirst() + "/replay", keeper, ""))
                .hasStatus(204);
        JsonNode replayed =
                read(call(HttpMethod.POST, "/replay", keeper, "{\"since\": \"2000-01-01T00:00:00Z\"}"), 200);
        assertThat(replayed.path("replayed").asInt()).isEqualTo(229);
        assertThat(replayed.path("more").asBoolean()).isFalse();
        sql.of("DELETE FROM notices.message WHERE provider = :provider")
                .param("provider", company.value())
                .update();
    }

    private JsonNode next(JsonNode page) throws Exception {
        String next = page.path("next").asString();
        assertThat(next).startsWith(PATH + "/messages?dead=true&after=");
        return read(call(HttpMethod.GET, next.substring(PATH.length()), filer, ""), 200);
    }

    private List<String> giveUp(int count) {
        List<MessageTable.New> dead = IntStream.range(0, count)
                .mapToObj(one -> new MessageTable.New(
                        Ids.next(),
                        -1000 - one,
                        company.value(),
                        new ReportNumber(7_990_000 + one),
                        OutwardState.READ,
                        clock.instant()))
                .toList();
        transactions.run(
                () -> { // or the job of the server finds them waiting
                    messages.insert(dead);
                    messages.giveUp(company.value(), clock.instant());
                });
        return dead.stream().map(one -> one.id().toString()).toList();
    }

    @Test
    void anotherCompanyIsNotReached() throws Exception {
        set();
        List<String> made = giveUp(1);
        company = director.company();
        String stranger = credential(CredentialScope.FILE_AND_WEBHOOKS);

        assertThat(call(HttpMethod.GET, "", stranger, "")).hasStatus(404);
        assertThat(read(call(HttpMethod.GET, "/messages", stranger, ""), 200).path("messages"))
                .isEmpty();
        assertThat(call(HttpMethod.POST, "/messages/" + made.getFirst() + "/replay", stranger, ""))
                .hasStatus(404);
        sql.of("DELETE FROM notices.message WHERE cause <= -1000").update();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "PUT||{\"address\": \"https://elsewhere.example/x\"}|422",
                "PUT||{\"address\": \"no address at all\"}|422",
                "PUT||{\"adress\": \"https://elsewhere.example/x\"}|400",
                "PUT||{}|400",
                "PUT||null|400",
                "PUT||'{'|400",
                "POST|/replay|{\"since\": \"yesterday\"}|400",
                "POST|/replay|{}|400"
            })
    void whatIsNotUnderstoodIsNamed(HttpMethod method, String path, String body, int status) throws Exception {
        JsonNode problem = read(call(method, path == null ? "" : path, keeper, body), status);
        assertThat(problem.path("code").asInt()).isEqualTo(4000);
        assertThat(problem.path("detail").asString()).containsAnyOf("listed", "one JSON object");
    }

    @Test
    void aPingSaysWhatCameOfIt() throws Exception {
        set();
        JsonNode ping = read(call(HttpMethod.POST, "/ping", keeper, ""), 200);
        assertThat(ping.has("taken")).isTrue();
        assertThat(ping.path("outcome").asString()).isNotEmpty();
    }

    @Test
    void aBodyWithoutEndIsNotRead() throws Exception {
        read(call(HttpMethod.PUT, "", keeper, "{\"address\": \"" + "x".repeat(5000) + "\"}"), 400);
    }
}
