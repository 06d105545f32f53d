// SPDX-License-Identifier: Apache-2.0
package org.harborline.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.UUID;
import org.harborline.access.ActorAuthentication;
import org.harborline.access.SignedIn;
import org.harborline.intake.ReportNumber;
import org.harborline.platform.Actor;
import org.harborline.platform.Permission;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.context.WebApplicationContext;

class ErasurePagesTests extends ErasureCase {

    private MockMvcTester mvc;

    @BeforeEach
    void pages() {
        mvc = MockMvcTester.from(
                (WebApplicationContext) context,
                builder -> builder.apply(SecurityMockMvcConfigurers.springSecurity())
                        .build());
    }

    private MvcTestResult get(Actor actor, String path, Locale locale) {
        return mvc.get()
                .uri(path)
                .locale(locale)
                .header("Accept-Language", locale.toLanguageTag())
                .with(authentication(new ActorAuthentication(actor)))
                .exchange();
    }

    private String text(Actor actor, String path) {
        MvcTestResult result = get(actor, path, Locale.ENGLISH);
        assertThat(result).hasStatusOk();
        return new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    private MvcTestResult post(Actor actor, String path, String... fields) {
        return post(SignedIn.justNow(actor), path, fields);
    }

    private MvcTestResult post(ActorAuthentication who, String path, String... fields) {
        var request = mvc.post().uri(path).with(csrf()).with(authentication(who));
        for (int at = 0; at < fields.length; at += 2) {
            request = request.param(fields[at], fields[at + 1]);
        }
        return request.exchange();
    }

    @Test
    void oneAsksAnotherAgreesAndTheTombstoneLeadsToTheCertificate() {
        String screenName = unique();
        ReportNumber report = file(unique(), screenName);
        assertThat(post(FIRST, "/operator/erasures", "report", report.toString(), "reason", "ORDERED"))
                .hasStatus(409);
        designate(report);

        MvcTestResult asked = post(FIRST, "/operator/erasures", "report", report.toString(), "reason", "ORDERED");
        assertThat(asked).hasStatus(302);
        String address = String.valueOf(asked.getResponse().getRedirectedUrl());
        assertThat(text(FIRST, address)).contains("Another person must answer").doesNotContain("Agree and erase");
        assertThat(text(SECOND, address)).contains("Agree and erase", "A court or an authority ordered it");
        assertThat(text(person("auditor-1", Permission.ERASE), address)).doesNotContain("Agree and erase");
        assertThat(post(person("auditor-1", Permission.ERASE), address, "agreed", "true"))
                .hasStatus(404);
        assertThat(get(FIRST, address + "/certificate.json", Locale.ENGLISH)).hasStatus(404);
        assertThat(text(FIRST, "/reports/" + report)).contains("panel-");

        assertThat(post(SECOND, address, "agreed", "true")).hasStatus(302);
        UUID id = UUID.fromString(address.substring(address.lastIndexOf('/') + 1));
        certified(id);
        assertThat(text(FIRST, "/reports/" + report))
                .contains("This report was erased", "A court or an authority ordered it", address)
                .doesNotContain("panel-", screenName);
        assertThat(text(person("analyst-1", Permission.JOURNAL_READ), "/reports/" + report))
                .contains("This report was erased")
                .doesNotContain(address);
        assertThat(text(FIRST, address)).contains("harborline-erasure-1", "Download as JSON");
        assertThat(text(FIRST, "/operator/erasures")).contains("erased, certificate signed", "report/" + report);
        assertThat(text(FIRST, "/reports/" + report + "/receipt")).contains(report.toString());

        MvcTestResult file = get(FIRST, address + "/certificate.json", Locale.ENGLISH);
        assertThat(file).hasStatusOk().hasContentType("application/json");
        assertThat(String.valueOf(file.getResponse().getHeader("Content-Disposition")))
                .contains("attachment", id.toString());
        assertThat(new String(file.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8))
                .isEqualTo(erasures.certificate(SYSTEM, id).orElseThrow());
    }

    @Test
    void asksWhoSignedInLongAgoForTheFactorBeforeKeysAreDestroyed() {
        ReportNumber report = file(unique(), unique());
        designate(report);
        UUID asked = erasures.ask(FIRST, report.asRecord(), ErasureReason.RETENTION_OVER);
        String address = "/operator/erasures/" + asked;
        assertThat(post(SignedIn.thisMorning(SECOND), address, "agreed", "true"))
                .hasStatus(302)
                .hasRedirectedUrl("/sign-in/again?next=%2Foperator%2Ferasures%2F" + asked);
        assertThat(erasures.find(SYSTEM, asked).orElseThrow().answeredBy()).isNull();
        assertThat(post(SECOND, address, "agreed", "false")).hasStatus(302).hasRedirectedUrl(address);
    }

    @Test
    void speaksSpanish() {
        MvcTestResult page = get(FIRST, "/operator/erasures", Locale.of("es"));
        assertThat(new String(page.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8))
                .contains("Pedir un borrado", "Motivo");
    }

    @Test
    void staysShutToThoseWhoMayNotReadTheJournal() {
        assertThat(get(person("analyst-1", Permission.JOURNAL_READ), "/operator/erasures", Locale.ENGLISH))
                .hasStatus(404);
    }
}
