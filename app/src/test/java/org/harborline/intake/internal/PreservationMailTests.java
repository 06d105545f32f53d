// SPDX-License-Identifier: Apache-2.0
package org.harborline.intake.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.harborline.intake.Filings;
import org.harborline.intake.MovableClock;
import org.harborline.intake.ReportNumber;
import org.harborline.intake.SampleDocuments;
import org.harborline.intake.SentDocument;
import org.harborline.platform.Actor;
import org.harborline.platform.ActorKind;
import org.harborline.platform.Permission;
import org.harborline.platform.Purpose;
import org.harborline.platform.RecordRef;
import org.harborline.platform.Settings;
import org.harborline.platform.Sql;
import org.harborline.platform.testing.SentMails;
import org.harborline.registry.ContactKind;
import org.harborline.registry.ContactPoint;
import org.harborline.registry.Organisations;
import org.harborline.registry.Provider;
import org.harborline.registry.PutContact;
import org.harborline.registry.RegisterProvider;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;

/// What stands in the mail by which a sender is warned.
@SpringBootTest(properties = ReportFilingTests.Time.NO_PAGING)
@Import(ReportFilingTests.Time.class)
class PreservationMailTests {

    private static final Actor SYSTEM = Actor.system("preservation-mail-tests");

    @Autowired
    private Filings filings;

    @Autowired
    private Organisations organisations;

    @Autowired
    private PreservationWarningTable table;

    @Autowired
    private Settings settings;

    @Autowired
    private Writing writing;

    @Autowired
    private MovableClock clock;

    @Autowired
    private Sql sql;

    private void reachedAt(RecordRef provider, ContactKind kind, String mail) {
        organisations.putContact(
                SYSTEM,
                new PutContact(
                        provider,
                        kind,
                        1,
                        new ContactPoint.Details("[synthetic person 5]", mail, null, null),
                        LocalDate.of(2026, 1, 1)));
    }

    private ReportNumber file(RecordRef provider) {
        var sender = new Actor(
                "credential-1",
                ActorKind.PROVIDER,
                Set.of(Permission.REPORT_FILE),
                provider,
                Purpose.REPORTING_OBLIGATION);
        byte[] document = SampleDocuments.text("minimal").getBytes(StandardCharsets.UTF_8);
        ReportNumber number =
                Objects.requireNonNull(filings.submit(sender, new SentDocument("Example Warned", document, "UTF-8"))
                        .report());
        filings.finish(sender, number.value());
        return number;
    }

    @Test
    void namesWhatEndsAndThePageAndNothingElseToWhoeverPreserves() {
        RecordRef provider = organisations
                .registerProvider(
                        SYSTEM,
                        new RegisterProvider(
                                "warned", "Example Warned", List.of(new Provider.Offering("Chat", "chat.example"))))
                .ref();
        reachedAt(provider, ContactKind.LEGAL_PROCESS, "legal@warned.example");
        reachedAt(provider, ContactKind.PRESERVATION, "keeper@warned.example");
        ReportNumber first = file(provider);
        ReportNumber second = file(provider);
        clock.move(Duration.ofDays(336));
        int _ = sql.of("DELETE FROM intake.preservation_watch").update();
        var mails = new SentMails();
        var job = new WarnOfPreservation(table, organisations, mails, settings, writing);

        mails.refuse(true);
        job.run();
        mails.refuse(false);
        job.run();
        job.run();

        LocalDate last = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).plusDays(29);
        assertThat(mails.to("legal@warned.example")).isEmpty();
        assertThat(mails.to("keeper@warned.example"))
                .containsExactly(new SentMails.Letter("keeper@warned.example", "Preservation ends soon", """
                        The time for which you keep what belongs to reports of yours ends soon.
                        In 30 days or less, until %s: 2 (%s, %s)
                        Whether you must keep it longer is said by the law, or by whoever asked you to.
                        All of them: %s/provider/preservation""".formatted(
                                last, first, second, settings.publicUrl())));
    }
}
