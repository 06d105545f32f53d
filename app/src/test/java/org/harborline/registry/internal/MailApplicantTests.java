// SPDX-License-Identifier: Apache-2.0
package org.harborline.registry.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;

import java.time.Clock;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.harborline.platform.Actor;
import org.harborline.platform.ActorKind;
import org.harborline.platform.Permission;
import org.harborline.platform.Settings;
import org.harborline.platform.Sql;
import org.harborline.platform.Transactions;
import org.harborline.platform.testing.SentMails;
import org.harborline.registry.Applicant;
import org.harborline.registry.Registrations;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.MessageSource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.context.WebApplicationContext;

@SpringBootTest
class MailApplicantTests {

    private static final Actor SELF = Actor.system("test");
    private static final Pattern SECRET = Pattern.compile("/providers/register/([A-Za-z0-9_-]{43})");

    @Autowired
    WebApplicationContext context;

    @Autowired
    Registrations registrations;

    @Autowired
    ApplicantTable table;

    @Autowired
    ApplicantForms forms;

    @Autowired
    MessageSource messages;

    @Autowired
    Settings settings;

    @Autowired
    Transactions transactions;

    @Autowired
    Clock clock;

    @Autowired
    Sql sql;

    @ParameterizedTest
    @CsvSource({
        "en,en,Your link to Harborline,Somebody gave this address",
        "es,es,Su enlace a Harborline,Alguien dio esta dirección",
        "fr,en,Your link to Harborline,Somebody gave this address"
    })
    void writesInTheLanguageOfThePageAndTheCompanyKeepsIt(
            String asked, String written, String subject, String beginning) {
        String name = "Example Written " + Long.toUnsignedString(System.nanoTime(), 36);
        String address = name.replace(' ', '-').toLowerCase(Locale.ROOT) + "@joins.example";
        apply(name, address, asked);
        UUID id = registrations.waiting(clerk(), 1_000).stream()
                .filter(one -> one.company().equals(name))
                .map(Applicant::id)
                .findFirst()
                .orElseThrow();
        var mails = new SentMails();
        new MailApplicant(table, forms, mails, messages, settings, transactions, clock).run(id);

        assertThat(mails.to(address)).singleElement().satisfies(mail -> {
            assertThat(mail.subject()).isEqualTo(subject);
            assertThat(mail.text())
                    .startsWith(beginning)
                    .contains(" 7 ", "\n" + settings.publicUrl())
                    .doesNotContain(name);
        });
        var secret = SECRET.matcher(mails.to(address).getFirst().text());
        assertThat(secret.find()).isTrue();
        registrations.confirm(SELF, secret.group(1));
        assertThat(sql.of("SELECT language FROM registry.provider WHERE name = :name")
                        .param("name", name)
                        .query(String.class)
                        .single())
                .isEqualTo(written);
    }

    private void apply(String company, String address, String language) {
        var door = MockMvcTester.from(
                context, builder -> builder.apply(springSecurity()).build());
        assertThat(door.post()
                        .uri("/providers/register")
                        .with(csrf())
                        .with(request -> {
                            request.setRemoteAddr("2001:db8:17::9");
                            return request;
                        })
                        .header("Accept-Language", language)
                        .param("company", company)
                        .param("country", "es")
                        .param("services", "Joins | joins.example")
                        .param("ground", "DUTY")
                        .param("person", "Person 18")
                        .param("mail", address)
                        .exchange())
                .hasStatusOk();
    }

    private static Actor clerk() {
        return new Actor("clerk-18", ActorKind.STAFF, Set.of(Permission.REGISTRY_READ), null, null);
    }
}
