// SPDX-License-Identifier: Apache-2.0
package org.harborline;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.core.util.ApplicationModulesExporter;

/// What is written from the code and checked in. `./harborline docs` writes it anew; the build only compares.
class GeneratedDocumentsTests {

    private static final ApplicationModules MODULES =
            ApplicationModules.of(Harborline.class, resideInAPackage("org.harborline.synthetic.."));

    /// The server migrates its modules in the order this file gives; without it, every start would read every class.
    @Test
    void theModuleListIsThatOfTheCode() throws IOException {
        isCurrent(
                Path.of("src/main/resources/META-INF/spring-modulith/application-modules.json"),
                new ApplicationModulesExporter(MODULES).toJson() + "\n");
    }

    private static void isCurrent(Path document, String text) throws IOException {
        if (Boolean.getBoolean("harborline.docs.write")) {
            Files.createDirectories(document.getParent());
            Files.writeString(document, text);
        }
        assertThat(document).as("run ./harborline docs").exists().hasContent(text);
    }
}
