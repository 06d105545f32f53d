// SPDX-License-Identifier: Apache-2.0
package org.harborline.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.harborline.platform.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommandTests {

    @ParameterizedTest
    @CsvSource({
        "Big, Name, US, CA, CODE_FORM",
        "x, Name, US, CA, CODE_FORM",
        "code, ' ', US, CA, NAME_LENGTH",
        "code, Name, USA, CA, COUNTRY_FORM",
        "code, Name, us, CA, COUNTRY_FORM",
        "code, Name, '', CA, COUNTRY_FORM",
        "code, Name, US, California, REGION_FORM",
    })
    void anAgencyNamesTheFieldThatDoesNotFit(
            String code, String name, String country, String region, RegistryProblem problem) {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> new RegisterAgency(
                        code,
                        name,
                        AgencyKind.LOCAL,
                        country,
                        region,
                        DeliveryChannel.PORTAL,
                        List.of("en"),
                        Set.of(),
                        LocalDate.of(2026, 1, 1)))
                .satisfies(refused -> assertThat(refused.type()).isEqualTo(problem));
    }

    private static void assertRefused(RegistryProblem problem, Provider.Offering... services) {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> new RegisterProvider("code", "Name", List.of(services)))
                .satisfies(refused -> assertThat(refused.type()).isEqualTo(problem));
    }

    @Test
    void aProviderHasEachServiceOnceWithItsDomain() {
        var chat = new Provider.Offering("Chat", "chat.example");
        assertRefused(RegistryProblem.SERVICE_TWICE, chat, new Provider.Offering("Chat", "other.example"));
        assertRefused(RegistryProblem.SERVICE_FORM, new Provider.Offering("Chat", ""));
        assertRefused(RegistryProblem.SERVICE_FORM, new Provider.Offering("x".repeat(201), "chat.example"));
        assertRefused(RegistryProblem.SERVICE_FORM, new Provider.Offering("Chat", "x".repeat(254)));
        assertThat(new RegisterProvider("code", "Name", List.of(chat, new Provider.Offering("Mail", "chat.example")))
                        .services())
                .hasSize(2);
    }
}
