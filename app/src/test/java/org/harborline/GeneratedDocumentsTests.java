// SPDX-License-Identifier: Apache-2.0
package org.harborline;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.core.util.ApplicationModulesExporter;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What is written from the code and checked in. `./harborline docs` writes it anew; the build only compares.
class GeneratedDocumentsTests {

    private static final ApplicationModules MODULES =
            ApplicationModules.of(Harborline.class, resideInAPackage("org.harborline.synthetic.."));

    /// The server migrates its modules in the order this file gives; without it, every start would read every class.
    @Test
    void theModuleListIsThatOfTheCode() throws IOException {
        isCurrent(
                Path.of("src/main/resources/META-INF/spring-modulith/application-modules.json"),
                sorted(new ApplicationModulesExporter(MODULES).toJson()));
    }

    /// The order of modules is the order of their migrations and stays; what each depends on comes from sets.
    private static String sorted(String modules) {
        var json = JsonMapper.shared();
        var tree = json.readTree(modules);
        tree.forEach(module -> {
            var dependencies = module.withArray("dependencies");
            var inOrder = dependencies
                    .valueStream()
                    .map(one -> Map.entry(one.get("target").asString(), types(one)))
                    .sorted(Map.Entry.comparingByKey())
                    .toList();
            dependencies.removeAll();
            inOrder.forEach(one -> {
                var types = dependencies.addObject().put("target", one.getKey()).putArray("types");
                one.getValue().forEach(types::add);
            });
        });
        return json.writerWithDefaultPrettyPrinter().writeValueAsString(tree) + "\n";
    }

    private static List<String> types(JsonNode dependency) {
        return dependency
                .get("types")
                .valueStream()
                .map(JsonNode::asString)
                .sorted()
                .toList();
    }

    private static void isCurrent(Path document, String text) throws IOException {
        if (Boolean.getBoolean("harborline.docs.write")) {
            Files.createDirectories(document.getParent());
            Files.writeString(document, text);
        }
        assertThat(document).as("run ./harborline docs").exists().hasContent(text);
    }
}
