// SPDX-License-Identifier: Apache-2.0
package org.harborline;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ModularityTests {

    // Synthetic reports are on the test class path only; they are a program of their own, not a module.
    private static final ApplicationModules MODULES = ApplicationModules.of(
            Harborline.class, resideInAnyPackage("org.harborline.synthetic..", "org.harborline.client.."));

    @Test
    void modulesUseOnlyWhatTheyDeclare() {
        MODULES.verify();
    }

    @Test
    void everyModuleDeclaresWhatItMayCall() {
        assertThat(MODULES.stream())
                .allSatisfy(module -> assertThat(module.getBasePackage()
                                .findAnnotation(org.springframework.modulith.ApplicationModule.class)
                                .orElseThrow()
                                .allowedDependencies())
                        .doesNotContain(org.springframework.modulith.ApplicationModule.OPEN_TOKEN));
    }

    @Test
    void everyPackageIsNullMarked() throws IOException {
        var unmarked = new ArrayList<String>();
        for (String sources : List.of("src/main/java", "../synthetic/src/main/java", "../client/src/main/java")) {
            try (var packages = Files.walk(Path.of(sources))) {
                for (Path directory : packages.filter(Files::isDirectory).toList()) {
                    if (holdsJava(directory) && !isMarked(directory)) {
                        unmarked.add(directory.toString());
                    }
                }
            }
        }
        assertThat(unmarked).isEmpty();
    }

    private static boolean holdsJava(Path directory) throws IOException {
        try (var files = Files.list(directory)) {
            return files.anyMatch(file -> file.toString().endsWith(".java"));
        }
    }

    private static boolean isMarked(Path directory) throws IOException {
        Path info = directory.resolve("package-info.java");
        return Files.exists(info) && Files.readString(info).contains("@NullMarked");
    }

    @Test
    void theArchitectureDocumentListsTheModulesInTheirOrder() throws IOException {
        var row = Pattern.compile("^\\| \\d+ \\| `([a-z]+)` \\|", Pattern.MULTILINE);
        List<String> documented = row.matcher(Files.readString(Path.of("../docs/architecture.md")))
                .results()
                .map(match -> match.group(1))
                .toList();
        var present = MODULES.stream()
                .map(module -> module.getIdentifier().toString())
                .toList();
        assertThat(documented).containsExactlyInAnyOrderElementsOf(present);
        for (var module : MODULES) {
            int place = documented.indexOf(module.getIdentifier().toString());
            module.getDirectDependencies(MODULES)
                    .uniqueModules()
                    .forEach(used -> assertThat(
                                    documented.indexOf(used.getIdentifier().toString()))
                            .as("%s may not call %s", module.getIdentifier(), used.getIdentifier())
                            .isLessThan(place));
        }
    }
}
