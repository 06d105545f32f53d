// SPDX-License-Identifier: Apache-2.0
package org.harborline.platform.outbound;

import static com.github.tomakehurst.wiremock.client.WireMock.matching;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.serverError;
import static com.github.tomakehurst.wiremock.client.WireMock.temporaryRedirect;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.github.tomakehurst.wiremock.junit5.WireMockRuntimeInfo;
import com.github.tomakehurst.wiremock.junit5.WireMockTest;
import com.icegreen.greenmail.junit5.GreenMailExtension;
import com.icegreen.greenmail.util.ServerSetupTest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Properties;
import org.harborline.platform.Mode;
import org.harborline.platform.Settings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.mail.autoconfigure.MailSenderAutoConfiguration;
import org.springframework.boot.test.context.ConfigDataApplicationContextInitializer;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;

@WireMockTest
class OutboundTests {

    private static final String SECRET = "whsec_c3ludGhldGljLXNlY3JldC1mb3ItdGVzdHM=";

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @RegisterExtension
    static final GreenMailExtension MAIL = new GreenMailExtension(ServerSetupTest.SMTP.dynamicPort());

    private static Settings settings(List<String> hosts, String from, Duration timeout) {
        return new Settings(
                Mode.SANDBOX,
                Path.of("unused"),
                new Settings.Database(null, null, null),
                new Settings.Keys(null, Duration.ofMinutes(2)),
                new Settings.Outbound(hosts, from, timeout),
                URI.create("http://127.0.0.1"),
                false);
    }

    private static SignedWebhooks webhooks(Mode mode, String... hosts) {
        return webhooks(mode, PATIENCE, hosts);
    }

    private static SignedWebhooks webhooks(Mode mode, Duration timeout, String... hosts) {
        return new SignedWebhooks(
                settings(List.of(hosts), null, timeout),
                mode,
                Clock.fixed(Instant.parse("2026-11-23T12:00:00Z"), ZoneOffset.UTC));
    }

    @Test
    void signsWhatItPosts(WireMockRuntimeInfo receiver) {
        receiver.getWireMock().register(post("/hook").willReturn(ok()));

        webhooks(Mode.SANDBOX, "127.0.0.1")
                .post(
                        URI.create(receiver.getHttpBaseUrl().replace("localhost", "127.0.0.1") + "/hook"),
                        SECRET,
                        "page-1",
                        "{\"report\":1}");

        receiver.getWireMock()
                .verifyThat(postRequestedFor(urlEqualTo("/hook"))
                        .withHeader("webhook-id", matching("page-1"))
                        .withHeader("webhook-timestamp", matching("1795435200"))
                        .withHeader("webhook-signature", matching("v1,.+")));
    }

    @Test
    void refusesAHostThatIsNotListed(WireMockRuntimeInfo receiver) {
        var to = URI.create(receiver.getHttpBaseUrl() + "/elsewhere");
        assertThatExceptionOfType(Undelivered.class)
                .isThrownBy(() -> webhooks(Mode.SANDBOX, "hooks.example").post(to, SECRET, "page-2", "{}"))
                .withMessageContaining("not listed");
        receiver.getWireMock().verifyThat(0, postRequestedFor(urlEqualTo("/elsewhere")));
    }

    @Test
    void refusesPlainHttpInProduction(WireMockRuntimeInfo receiver) {
        var to = URI.create(receiver.getHttpBaseUrl() + "/plain");
        assertThatExceptionOfType(Undelivered.class)
                .isThrownBy(() -> webhooks(Mode.PRODUCTION, "localhost").post(to, SECRET, "page-3", "{}"))
                .withMessageContaining("https");
    }

    @Test
    void acceptsWhatItWouldPostToAndNothingElse() {
        var production = webhooks(Mode.PRODUCTION, "hooks.example", "127.0.0.1");

        assertThat(List.of("https://hooks.example/d", "https://hooks.example:8443/d"))
                .allSatisfy(to -> assertThat(production.accepts(URI.create(to))).isTrue());
        assertThat(List.of(
                        "https://elsewhere.example/d",
                        "http://hooks.example/d",
                        "http://127.0.0.1/d",
                        "https://somebody@hooks.example/d",
                        "mailto:duty@hooks.example",
                        "hooks.example"))
                .allSatisfy(to -> assertThat(production.accepts(URI.create(to))).isFalse());
        assertThat(webhooks(Mode.SANDBOX, "127.0.0.1").accepts(URI.create("http://127.0.0.1/d")))
                .isTrue();
    }

    @Test
    void doesNotFollowARedirectAndTellsAFailureByItsStatus(WireMockRuntimeInfo receiver) {
        receiver.getWireMock().register(post("/moved").willReturn(temporaryRedirect("/hook")));
        receiver.getWireMock().register(post("/broken").willReturn(serverError()));
        var hooks = webhooks(Mode.SANDBOX, "localhost");
        assertThatExceptionOfType(Undelivered.class)
                .isThrownBy(() -> hooks.post(URI.create(receiver.getHttpBaseUrl() + "/moved"), SECRET, "page-4", "{}"))
                .withMessageContaining("302");
        assertThatExceptionOfType(Undelivered.class)
                .isThrownBy(() -> hooks.post(URI.create(receiver.getHttpBaseUrl() + "/broken"), SECRET, "page-5", "{}"))
                .withMessageContaining("500");
    }

    @Test
    void signsWithBothSecretsWhileAReceiverChangesOver(WireMockRuntimeInfo receiver) {
        receiver.getWireMock().register(post("/both").willReturn(ok()));
        var to = URI.create(receiver.getHttpBaseUrl() + "/both");
        var letter =
                new Webhooks.Message(to, List.of(SECRET, "whsec_b2xkLXN5bnRoZXRpYy1zZWNyZXQ="), "both-1", "{}", true);

        assertThat(webhooks(Mode.SANDBOX, "localhost").call(letter).isTaken()).isTrue();

        receiver.getWireMock()
                .verifyThat(postRequestedFor(urlEqualTo("/both"))
                        .withHeader("webhook-signature", matching("v1,[^ ]+ v1,[^ ]+")));
    }

    @Test
    void anAddressSetOutsideMustNotLeadInside() {
        var hooks = webhooks(Mode.PRODUCTION, "localhost");
        var inside = new Webhooks.Message(URI.create("https://localhost:9/d"), List.of(SECRET), "in-1", "{}", true);

        assertThat(hooks.call(inside).outcome()).isEqualTo(WebhookAnswer.Outcome.NOT_OUTSIDE);
        var own = new Webhooks.Message(inside.to(), inside.secrets(), "in-2", "{}", false);
        assertThat(hooks.call(own).outcome()).isEqualTo(WebhookAnswer.Outcome.UNREACHABLE);
    }

    @Test
    void givesUpOnAReceiverThatNeverAnswersAndReadsNothingOfOneThatNeverEnds() throws IOException {
        try (var silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThat(call(silent, Duration.ofSeconds(2)).outcome()).isEqualTo(WebhookAnswer.Outcome.TOO_SLOW);
        }
        try (var endless = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var answering = Thread.ofVirtual().start(() -> answerForEver(endless));

            assertThat(assertTimeoutPreemptively(PATIENCE, () -> call(endless, PATIENCE)))
                    .isEqualTo(new WebhookAnswer(WebhookAnswer.Outcome.ANSWERED, 200));
            assertTimeoutPreemptively(PATIENCE, () -> answering.join());
        }
    }

    private static WebhookAnswer call(ServerSocket receiver, Duration timeout) {
        var to = URI.create("http://127.0.0.1:" + receiver.getLocalPort() + "/d");
        return webhooks(Mode.SANDBOX, timeout, "127.0.0.1")
                .call(new Webhooks.Message(to, List.of(SECRET), "slow-1", "{}", true));
    }

    /// Until the caller hangs up.
    private static void answerForEver(ServerSocket receiver) {
        try (var caller = receiver.accept();
                var answer = caller.getOutputStream()) {
            answer.write(
                    "HTTP/1.1 200 OK\r\nContent-Length: 9000000000000\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            byte[] piece = new byte[8192];
            while (!Thread.currentThread().isInterrupted()) {
                answer.write(piece);
                answer.flush();
            }
        } catch (IOException _) {
            // the caller has hung up
        }
    }

    @Test
    void sendsMailThroughTheServerThatIsSet() throws Exception {
        var sender = new JavaMailSenderImpl();
        sender.setHost("127.0.0.1");
        sender.setPort(MAIL.getSmtp().getPort());
        var beans = new StaticListableBeanFactory();
        beans.addBean("sender", sender);
        var mail = new SmtpMail(
                beans.getBeanProvider(JavaMailSender.class), settings(List.of(), "desk@harborline.example", PATIENCE));

        assertThat(mail.isSet()).isTrue();
        mail.send("duty@agency.example", "A report waits", "Report 17");

        assertThat(MAIL.getReceivedMessages()).hasSize(1);
        assertThat(MAIL.getReceivedMessages()[0].getSubject()).isEqualTo("A report waits");
    }

    @ParameterizedTest
    @ValueSource(strings = {"smtp", "smtps"})
    void givesUpOnAMailServerThatNeverAnswers(String protocol) throws IOException {
        try (var silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            new ApplicationContextRunner()
                    .withInitializer(new ConfigDataApplicationContextInitializer())
                    .withConfiguration(AutoConfigurations.of(MailSenderAutoConfiguration.class))
                    .withPropertyValues(
                            "spring.mail.host=127.0.0.1",
                            "spring.mail.port=" + silent.getLocalPort(),
                            "spring.mail.protocol=" + protocol)
                    .run(context -> {
                        Properties waits =
                                context.getBean(JavaMailSenderImpl.class).getJavaMailProperties();
                        // The waits that a server really has, made shorter for this test; where none is set, none is.
                        waits.replaceAll((_, wait) -> String.valueOf(Integer.parseInt((String) wait) / 50));
                        var mail = new SmtpMail(
                                context.getBeanProvider(JavaMailSender.class),
                                settings(List.of(), "desk@harborline.example", PATIENCE));

                        assertTimeoutPreemptively(
                                PATIENCE,
                                () -> assertThatExceptionOfType(Undelivered.class)
                                        .isThrownBy(() -> mail.send("duty@agency.example", "A report waits", "1")));
                        assertThat(waits.stringPropertyNames())
                                .contains(
                                        "mail." + protocol + ".connectiontimeout",
                                        "mail." + protocol + ".timeout",
                                        "mail." + protocol + ".writetimeout");
                    });
        }
    }

    @Test
    void saysThatNoMailServerIsSet() {
        var mail = new SmtpMail(
                new StaticListableBeanFactory().getBeanProvider(JavaMailSender.class),
                settings(List.of(), null, PATIENCE));
        assertThat(mail.isSet()).isFalse();
        assertThatExceptionOfType(Undelivered.class)
                .isThrownBy(() -> mail.send("duty@agency.example", "s", "t"))
                .withMessage("no mail server is set");
    }
}
