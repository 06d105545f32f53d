// SPDX-License-Identifier: Apache-2.0
package org.harborline.intake.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.junit5.GreenMailExtension;
import com.icegreen.greenmail.util.ServerSetupTest;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.harborline.intake.FilingAnswer;
import org.harborline.intake.Filings;
import org.harborline.intake.RefusedEscalation;
import org.harborline.intake.RefusedEscalation.Reason;
import org.harborline.intake.RefusedEscalations;
import org.harborline.intake.ReportNumber;
import org.harborline.intake.SampleDocuments;
import org.harborline.intake.SentDocument;
import org.harborline.intake.WireCode;
import org.harborline.platform.Actor;
import org.harborline.platform.ActorKind;
import org.harborline.platform.Ids;
import org.harborline.platform.Permission;
import org.harborline.platform.Purpose;
import org.harborline.platform.testing.Eventually;
import org.harborline.registry.ContactKind;
import org.harborline.registry.ContactPoint;
import org.harborline.registry.Organisations;
import org.harborline.registry.ProviderId;
import org.harborline.registry.PutContact;
import org.harborline.registry.RegisterProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.slf4j.MDC;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/// What a provider's contact reads when an escalation was not filed, as a mail server receives it.
@SpringBootTest(properties = "harborline.outbound.mail-from=desk@harborline.example")
class TellProviderTests {

    @RegisterExtension
    static final GreenMailExtension MAIL =
            new GreenMailExtension(ServerSetupTest.SMTP.dynamicPort()).withPerMethodLifecycle(false);

    private static final Actor CLERK = new Actor(
            "clerk-1",
            ActorKind.STAFF,
            Set.of(Permission.REGISTRY_READ, Permission.REGISTRY_CHANGE),
            null,
            Purpose.OPERATION);
    private static final Actor DUTY_OFFICER =
            new Actor("duty-1", ActorKind.STAFF, Set.of(Permission.PAGE_ACKNOWLEDGE), null, null);
    private static final String REQUEST = "request-of-the-submit";

    @DynamicPropertySource
    static void mailServer(DynamicPropertyRegistry properties) {
        properties.add("spring.mail.host", () -> "127.0.0.1");
        properties.add("spring.mail.port", () -> MAIL.getSmtp().getPort());
    }

    @Autowired
    private Filings filings;

    @Autowired
    private RefusedEscalations refused;

    @Autowired
    private Organisations organisations;

    @Autowired
    private WarnOfUnfinished warn;

    @Autowired
    private ExpireReports expire;

    @Autowired
    private TellProvider tell;

    @Autowired
    private JdbcClient database;

    private ProviderId sender = new ProviderId(Ids.next());
    private String address = "";

    @BeforeEach
    void register() {
        String code = "told-" + Ids.next();
        address = code + "@chat.example";
        sender = organisations.registerProvider(CLERK, new RegisterProvider(code, "Example Chat", List.of()));
        put(ContactKind.LEGAL_PROCESS, "legal-" + address);
        put(ContactKind.ROUND_THE_CLOCK, address);
    }

    private void put(ContactKind kind, String to) {
        var details = new ContactPoint.Details("Duty desk", to, null, null);
        organisations.putContact(CLERK, new PutContact(sender.ref(), kind, 1, details, LocalDate.EPOCH));
    }

    private FilingAnswer submit(String text) {
        var provider = new Actor(
                "credential-1",
                ActorKind.PROVIDER,
                Set.of(Permission.REPORT_FILE),
                sender.ref(),
                Purpose.REPORTING_OBLIGATION);
        try (var _ = MDC.putCloseable("requestId", REQUEST)) {
            return filings.submit(
                    provider, new SentDocument("Example Chat", text.getBytes(StandardCharsets.UTF_8), "UTF-8"));
        }
    }

    private ReportNumber open() {
        FilingAnswer answer = submit(SampleDocuments.text("enticement"));
        assertThat(answer.code()).as(answer.description()).isEqualTo(WireCode.SUCCESS);
        return Objects.requireNonNull(answer.report());
    }

    private void age(ReportNumber number, int minutes) {
        database.sql("""
                UPDATE intake.report
                   SET opened_at = opened_at - make_interval(mins => :minutes),
                       changed_at = changed_at - make_interval(mins => :minutes)
                 WHERE report_number = :number
                """)
                .param("minutes", minutes)
                .param("number", number.value())
                .update();
    }

    private RefusedEscalation listed(Reason reason) {
        return refused.list(DUTY_OFFICER, null, 200).stream()
                .filter(one -> one.provider().equals(sender.value()) && one.reason() == reason)
                .findFirst()
                .orElseThrow();
    }

    private List<String> mails() {
        return Stream.of(MAIL.getReceivedMessages())
                .filter(mail -> to(mail).contains(address))
                .map(TellProviderTests::read)
                .toList();
    }

    private static String to(MimeMessage mail) {
        try {
            return mail.getRecipients(Message.RecipientType.TO)[0].toString();
        } catch (MessagingException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    private static String read(MimeMessage mail) {
        try {
            return String.join(
                    "\n",
                    mail.getFrom()[0] + " to " + to(mail),
                    mail.getSubject(),
                    mail.getContent().toString().replace("\r\n", "\n").strip());
        } catch (MessagingException | IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    @Test
    void whyAnEscalationWasRefusedAndNoWordOfWhatItSaid() {
        String planted = SampleDocuments.text("enticement").replace("<age>16</age>", "<age>planted</age>");
        assertThat(submit(planted).code()).isEqualTo(WireCode.VALIDATION_FAILED);

        Eventually.holds(() -> assertThat(listed(Reason.INVALID).toldAt()).isNotNull());

        assertThat(mails())
                .containsExactly(String.join(
                        "\n",
                        "desk@harborline.example to " + address,
                        "A report you escalated was not filed",
                        "A document with a reason for high priority was refused: it breaks the schema or a rule (code 4100).",
                        "It was not filed and nobody has seen it. Please correct it and send it again.",
                        "Request-ID: " + REQUEST,
                        "Time: " + listed(Reason.INVALID).refusedAt()));
    }

    @Test
    void thatAnEscalationIsNotFinishedYetAndLaterThatItIsGone() {
        ReportNumber number = open();
        age(number, 20);
        warn.run();
        Eventually.holds(() -> assertThat(listed(Reason.UNFINISHED).toldAt()).isNotNull());
        RefusedEscalation warned = listed(Reason.UNFINISHED);
        String expires = Objects.requireNonNull(warned.unfinished())
                .expiresAt()
                .toString()
                .replace('T', ' ')
                .substring(0, "2026-11-23 12:00".length());
        String first = String.join(
                "\n",
                "desk@harborline.example to " + address,
                "A report you escalated is not finished yet",
                "Report " + number
                        + " with a reason for high priority was opened and is not finished yet; it expires at "
                        + expires + " UTC.",
                "Nobody has seen it. Please finish it, or retract it if it is not meant.",
                "Request-ID: " + REQUEST,
                "Time: " + warned.refusedAt());
        assertThat(mails()).containsExactly(first);

        age(number, 24 * 60);
        expire.run();
        Eventually.holds(() -> assertThat(listed(Reason.EXPIRED).toldAt()).isNotNull());

        assertThat(mails()).hasSize(2).first().isEqualTo(first);
        assertThat(mails().getLast())
                .contains(
                        "A report you escalated was not filed",
                        "Report " + number + " with a reason for high priority was opened but not finished in time",
                        "Request-ID: " + REQUEST);
    }

    @Test
    void nothingASecondTimeNorWhenItWasFinishedMeanwhile() {
        ReportNumber number = open();
        age(number, 20);
        warn.run();
        Eventually.holds(() -> assertThat(listed(Reason.UNFINISHED).toldAt()).isNotNull());
        RefusedEscalation warned = listed(Reason.UNFINISHED);
        tell.run(warned.id());
        assertThat(mails()).hasSize(1);
        database.sql("UPDATE intake.refused_escalation SET told_at = NULL WHERE refused_escalation_id = :id")
                .param("id", warned.id())
                .update();
        database.sql("""
                UPDATE intake.report
                   SET state = 'FINISHED', ended_at = now(), preserved_until = now()
                 WHERE report_number = :number
                """).param("number", number.value()).update();

        tell.run(warned.id());

        assertThat(mails()).hasSize(1);
        assertThat(listed(Reason.UNFINISHED).toldAt()).isNull();
    }
}
