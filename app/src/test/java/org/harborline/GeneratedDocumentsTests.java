// SPDX-License-Identifier: Apache-2.0
package org.harborline;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.harborline.access.Role;
import org.harborline.journal.FactType;
import org.harborline.platform.Permission;
import org.harborline.platform.ProblemType;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.AnnotatedBeanDefinition;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.core.type.filter.TypeFilter;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.core.util.ApplicationModulesExporter;
import org.springframework.util.ClassUtils;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What is written from the code and checked in. `./harborline docs` writes it anew; the build only compares.
class GeneratedDocumentsTests {

    private static final ApplicationModules MODULES = ApplicationModules.of(
            Harborline.class, resideInAnyPackage("org.harborline.synthetic..", "org.harborline.client.."));

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

    @Test
    void theFactCatalogueListsEveryFact() throws IOException {
        var table = new StringBuilder("""
                # Facts

                What the journal records, by its permanent name. Bodies hold ids, codes, numbers and instants, never text.

                | Fact | Version | Module | Body |
                |---|---|---|---|
                """);
        annotated(FactType.class)
                .sorted(Comparator.comparing(
                        type -> type.getAnnotation(FactType.class).value()))
                .forEach(type -> table.append(String.format(
                        Locale.ROOT,
                        "| `%s` | %d | %s | %s |\n",
                        type.getAnnotation(FactType.class).value(),
                        type.getAnnotation(FactType.class).version(),
                        module(type),
                        Stream.of(type.getRecordComponents())
                                .map(RecordComponent::getName)
                                .collect(Collectors.joining(", ")))));
        isCurrent(Path.of("../docs/generated/facts.md"), table.toString());
    }

    @Test
    void thePermissionMatrixIsThatOfTheRoles() throws IOException {
        var roles = List.of(Role.values());
        var table = new StringBuilder("""
                # Who may do what

                Roles of one account add up. Each handler names the one permission it needs; whether it holds for that very
                record is checked inside the module.

                """);
        table.append("| Permission | ")
                .append(roles.stream().map(Role::name).collect(Collectors.joining(" | ")))
                .append(" |\n|---")
                .append("|---".repeat(roles.size()))
                .append("|\n");
        for (var permission : Permission.values()) {
            table.append("| ").append(permission.name());
            roles.forEach(role -> table.append(" | ").append(role.permissions().contains(permission) ? "yes" : ""));
            table.append(" |\n");
        }
        isCurrent(Path.of("../docs/generated/permissions.md"), table.toString());
    }

    @Test
    void theProblemCatalogueListsEveryProblem() throws IOException {
        var table = new StringBuilder("""
                # Problems

                What a refusal is called, in documents of type `application/problem+json` and on pages.

                | Problem | Status | Module |
                |---|---|---|
                """);
        classes(new AssignableTypeFilter(ProblemType.class))
                .filter(Class::isEnum)
                .flatMap(type -> Stream.of(type.getEnumConstants()).map(ProblemType.class::cast))
                .sorted(Comparator.comparing(ProblemType::slug))
                .forEach(problem -> table.append(String.format(
                        Locale.ROOT,
                        "| `%s` | %d | %s |\n",
                        problem.slug(),
                        problem.status().value(),
                        module(problem.getClass()))));
        isCurrent(Path.of("../docs/generated/problems.md"), table.toString());
    }

    private static String module(Class<?> type) {
        return MODULES.getModuleByType(type.getName())
                .orElseThrow()
                .getIdentifier()
                .toString();
    }

    private static Stream<Class<?>> annotated(Class<? extends Annotation> annotation) {
        return classes(new AnnotationTypeFilter(annotation)).filter(Class::isRecord);
    }

    /// Those of the product; the tests have facts and problems of their own.
    private static Stream<Class<?>> classes(TypeFilter filter) {
        var scanner = new ClassPathScanningCandidateComponentProvider(false) {
            @Override
            protected boolean isCandidateComponent(AnnotatedBeanDefinition definition) {
                return true;
            }
        };
        scanner.addIncludeFilter(filter);
        return scanner.findCandidateComponents("org.harborline").stream()
                .<Class<?>>map(found -> ClassUtils.resolveClassName(found.getBeanClassName(), null))
                .filter(type -> !type.getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .getPath()
                        .endsWith("test-classes/"));
    }

    private static void isCurrent(Path document, String text) throws IOException {
        if (Boolean.getBoolean("harborline.docs.write")) {
            Files.createDirectories(document.getParent());
            Files.writeString(document, text);
        }
        assertThat(document).as("run ./harborline docs").exists().hasContent(text);
    }
}
