// SPDX-License-Identifier: Apache-2.0
package org.harborline.registry.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.harborline.platform.Actor;
import org.harborline.platform.Ids;
import org.harborline.platform.Settings;
import org.harborline.platform.Sql;
import org.harborline.platform.testing.SentMails;
import org.harborline.registry.ContactKind;
import org.harborline.registry.ContactPoint;
import org.harborline.registry.Organisations;
import org.harborline.registry.Provider;
import org.harborline.registry.ProviderId;
import org.harborline.registry.PutContact;
import org.harborline.registry.RegisterProvider;
import org.harborline.registry.Verifications;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.MessageSource;

@SpringBootTest
class RemindCompaniesTests {

    private static final Actor SELF = Actor.system("test");

    /// Good until the last of June.
    private static final LocalDate NEW_YEAR = LocalDate.of(2026, 1, 1);

    private static final LocalDate LAST = LocalDate.of(2026, 6, 30);
    private static final LocalDate MONTH_AHEAD = LocalDate.of(2026, 5, 31);

    @Autowired
    Organisations organisations;

    @Autowired
    Verifications verifications;

    @Autowired
    ReminderTable table;

    @Autowired
    ContactBook contacts;

    @Autowired
    MessageSource messages;

    @Autowired
    Settings settings;

    @Autowired
    Sql sql;

    private final SentMails mails = new SentMails();
    private ProviderId company = new ProviderId(Ids.next());
    private String address = "";

    @BeforeEach
    void register() {
        String code = "reminded-" + Long.toUnsignedString(System.nanoTime(), 36);
        address = "legal@" + code + ".example";
        company = organisations.registerProvider(
                SELF,
                new RegisterProvider(code, "Example Reminded", List.of(new Provider.Offering("Chat", "chat.example"))));
        int _ = sql.of("UPDATE registry.provider SET standing = 'LIVE' WHERE provider_id = :id")
                .param("id", company.value())
                .update();
    }

    private void reached(ContactKind kind, int rank, @Nullable String mail, LocalDate on) {
        organisations.putContact(
                SELF,
                new PutContact(
                        company.ref(),
                        kind,
                        rank,
                        new ContactPoint.Details("[synthetic person 6]", mail, "+1 202 555 0106", null),
                        on));
    }

    private void run(LocalDate day) {
        var clock = Clock.fixed(day.atTime(12, 0).toInstant(ZoneOffset.UTC), ZoneOffset.UTC);
        new RemindCompanies(table, contacts, mails, messages, settings, clock).run();
    }

    private List<LocalDate> daysOfMails(LocalDate from, LocalDate until) {
        var days = new ArrayList<LocalDate>();
        from.datesUntil(until).forEach(day -> {
            int before = mails.to(address).size();
            run(day);
            run(day);
            mails.to(address).stream().skip(before).forEach(_ -> days.add(day));
        });
        return days;
    }

    @Test
    void aContactIsDueOnceAMonthAheadOnceAWeekAheadAndOnceWhenItIsOver() {
        reached(ContactKind.LEGAL_PROCESS, 1, address, NEW_YEAR);

        assertThat(daysOfMails(LocalDate.of(2026, 5, 20), LocalDate.of(2026, 7, 20)))
                .containsExactly(MONTH_AHEAD, LocalDate.of(2026, 6, 23), LocalDate.of(2026, 7, 1));

        organisations.checkContact(
                SELF,
                company.ref(),
                contacts.read(SELF, List.of(company.ref()))
                        .get(company.ref())
                        .getFirst()
                        .id());
        run(LocalDate.of(2026, 7, 21));
        assertThat(mails.to(address)).as("checked, so nothing is due").hasSize(3);
    }

    @Test
    void oneMailADayNamesAllThatIsDueByKindAndDayAndNoPerson() {
        reached(ContactKind.LEGAL_PROCESS, 1, address, NEW_YEAR);
        reached(ContactKind.ROTA, 1, "one@rota.example", NEW_YEAR);
        reached(ContactKind.ROTA, 2, "two@rota.example", NEW_YEAR);
        verifications.agree(SELF, company, "[synthetic agreement 7]", NEW_YEAR, LAST);
        run(MONTH_AHEAD);

        assertThat(mails.to("one@rota.example")).isEmpty();
        assertThat(mails.to(address))
                .containsExactly(new SentMails.Letter(
                        address, "Something is due in your company's entry", """
                        Something in your company's entry is to be checked or renewed:
                        Contact point, legal process: due by 2026-06-30
                        Contact point, rota: due by 2026-06-30 (2 of them)
                        Agreement: due by 2026-06-30
                        See that each contact is reached, and note it:
                        %1$s/provider/contacts
                        Write to us about the agreement. Your entry:
                        %1$s/provider/company""".formatted(settings.publicUrl())));

        reached(ContactKind.PRESERVATION, 1, null, NEW_YEAR.minusDays(90));
        run(MONTH_AHEAD);
        assertThat(mails.to(address)).as("no second mail on that day").hasSize(1);
        run(MONTH_AHEAD.plusDays(1));
        assertThat(mails.to(address)).hasSize(2);
        assertThat(mails.to(address).getLast().text())
                .contains("Contact point, preservation: overdue since 2026-04-01")
                .doesNotContain("rota", "Agreement", "/provider/company");
    }

    @Test
    void aCompanyThatRegisteredInSpanishIsRemindedInSpanish() {
        reached(ContactKind.ROTA, 1, address, NEW_YEAR);
        reached(ContactKind.ROTA, 2, "two" + address, NEW_YEAR);
        int _ = sql.of("UPDATE registry.provider SET language = 'es' WHERE provider_id = :id")
                .param("id", company.value())
                .update();
        verifications.agree(SELF, company, "[synthetic agreement 11]", NEW_YEAR, LAST);
        run(MONTH_AHEAD);

        assertThat(mails.to(address))
                .containsExactly(new SentMails.Letter(
                        address, "Algo vence en los datos de su empresa", """
                        En los datos de su empresa hay algo que comprobar o renovar:
                        Punto de contacto, turno: hasta el 2026-06-30 (2 iguales)
                        Acuerdo: hasta el 2026-06-30
                        Compruebe que se llega a cada contacto y anótelo:
                        %1$s/provider/contacts
                        Escríbanos sobre el acuerdo. Sus datos:
                        %1$s/provider/company""".formatted(settings.publicUrl())));
        run(LAST.plusDays(1));
        assertThat(mails.to(address).getLast().text()).contains("Acuerdo: vencido desde el 2026-06-30");
    }

    @Test
    void anAgreementThatIsFollowedByAnotherOrHasNoEndIsNotDue() {
        reached(ContactKind.LEGAL_PROCESS, 1, address, LAST);
        verifications.agree(SELF, company, "[synthetic agreement 8]", NEW_YEAR, LAST);
        verifications.agree(SELF, company, "[synthetic agreement 9]", LAST, LAST.plusMonths(1));
        run(LAST);
        assertThat(mails.to(address))
                .as("the later one is due")
                .singleElement()
                .satisfies(mail -> assertThat(mail.text())
                        .contains("Agreement: due by 2026-07-30")
                        .doesNotContain("Contact point", "synthetic"));

        verifications.agree(SELF, company, "[synthetic agreement 10]", LAST, null);
        run(LocalDate.of(2026, 7, 29));
        assertThat(mails.to(address)).hasSize(1);
    }

    @Test
    void whatTheServerDidNotTakeIsTriedAgain() {
        reached(ContactKind.LEGAL_PROCESS, 1, address, NEW_YEAR);
        mails.refuse(true);
        run(MONTH_AHEAD);
        assertThat(mails.to(address)).isEmpty();

        mails.refuse(false);
        run(MONTH_AHEAD);
        assertThat(mails.to(address)).hasSize(1);
    }

    @Test
    void aContactThatWasCheckedIsWrittenToBeforeOneThatWasNot() {
        reached(ContactKind.LEGAL_PROCESS, 1, "gone" + address, NEW_YEAR.minusYears(1));
        reached(ContactKind.ROTA, 1, address, NEW_YEAR);
        run(NEW_YEAR.plusDays(1));

        assertThat(mails.to("gone" + address)).isEmpty();
        assertThat(mails.to(address)).hasSize(1);
    }

    @Test
    void samplesAreNeverWrittenTo() {
        reached(ContactKind.LEGAL_PROCESS, 1, address, NEW_YEAR);
        int _ = sql.of("UPDATE registry.provider SET sample = true WHERE provider_id = :id")
                .param("id", company.value())
                .update();
        run(LAST);

        assertThat(mails.to(address)).isEmpty();
    }
}
