// SPDX-License-Identifier: Apache-2.0
package org.harborline.intake.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

class UploadPolicyTests {

    private static String of(Map<String, Object> variables) {
        var environment = new StandardEnvironment();
        String name = StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME;
        environment.getPropertySources().replace(name, new SystemEnvironmentPropertySource(name, variables));
        ConfigurationPropertySources.attach(environment);
        return environment.resolveRequiredPlaceholders(IntakeWeb.UPLOAD_POLICY);
    }

    @Test
    void isRefusalUntilTheVariableSaysOtherwise() {
        assertThat(of(Map.of())).isEqualToIgnoringCase(UploadPolicy.REFUSE.name());
        assertThat(of(Map.of("HARBORLINE_INTAKE_UPLOAD_POLICY", "drain")))
                .isEqualToIgnoringCase(UploadPolicy.DRAIN.name());
    }
}
