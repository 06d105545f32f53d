// SPDX-License-Identifier: Apache-2.0
package org.harborline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Parameter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.core.type.filter.AnnotationTypeFilter;

/// Everything an operator can set is explained to operators, by the name and with the default that
/// hold.
class SettingsPageTests {

    private static final Pattern ROW = Pattern.compile(
            "^\\| `(harborline\\.[a-z.-]+)` \\| `([A-Z_]+)` \\| (`[^|]*`)? *\\| ([^|]+) \\|$", Pattern.MULTILINE);
    private static final Pattern NAMED =
            Pattern.compile("(?:\\$\\{|getProperty\\(\\s*\")(harborline\\.[a-z.-]+)(?::([^}#\"]*))?");

    /// A row of the page.
    private record Row(String variable, String unlessSet, String means) {}

    private static Map<String, Row> page() throws IOException {
        return ROW.matcher(Files.readString(Path.of("../docs/operations/install.md")))
                .results()
                .collect(Collectors.toMap(
                        row -> row.group(1),
                        row -> new Row(
                                row.group(2),
                                row.group(3) == null ? "" : row.group(3).replace("`", ""),
                                row.group(4)),
                        (_, _) -> {
                            throw new AssertionError("a setting stands on the page twice");
                        },
                        TreeMap::new));
    }

    /// What the code reads, with the default it has there.
    private static Map<String, String> read() throws IOException {
        var settings = new TreeMap<String, String>();
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(ConfigurationProperties.class));
        scanner.findCandidateComponents("org.harborline").forEach(found -> {
            Class<?> type = type(found.getBeanClassName());
            collect(type.getAnnotation(ConfigurationProperties.class).value(), type, settings);
        });
        try (var sources = Files.walk(Path.of("src/main/java"))) {
            for (Path source :
                    sources.filter(file -> file.toString().endsWith(".java")).toList()) {
                NAMED.matcher(Files.readString(source))
                        .results()
                        .forEach(use -> settings.putIfAbsent(use.group(1), use.group(2) == null ? "" : use.group(2)));
            }
        }
        return settings;
    }

    private static Class<?> type(String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException gone) {
            throw new AssertionError(gone);
        }
    }

    private static void collect(String prefix, Class<?> type, Map<String, String> into) {
        assertThat(type.isRecord()).as(type + " is a record").isTrue();
        for (Parameter parameter : type.getDeclaredConstructors()[0].getParameters()) {
            String name = prefix + "." + dashed(parameter.getName());
            if (parameter.getType().isRecord()) {
                collect(name, parameter.getType(), into);
            } else {
                var unlessSet = parameter.getAnnotation(DefaultValue.class);
                into.put(name, unlessSet == null ? "" : String.join(",", unlessSet.value()));
            }
        }
    }

    private static String dashed(String name) {
        return Arrays.stream(name.split("(?=[A-Z])", -1))
                .map(word -> word.toLowerCase(java.util.Locale.ROOT))
                .collect(Collectors.joining("-"));
    }

    @Test
    void explainsEverySettingAndNoOther() throws IOException {
        Map<String, String> read = read();
        assertThat(read).containsKeys("harborline.outbound.timeout", "harborline.linking.fan-out-limit");

        assertThat(new TreeSet<>(page().keySet())).isEqualTo(new TreeSet<>(read.keySet()));
    }

    @Test
    void namesTheDefaultThatHolds() throws IOException {
        Map<String, Row> page = page();

        // Settings of the file of defaults have theirs there.
        assertThat(read()).allSatisfy((name, unlessSet) -> {
            if (!name.equals("harborline.intake.discard-for")) {
                assertThat(page.get(name).unlessSet()).as(name).isEqualTo(unlessSet);
            }
        });
    }

    @Test
    void namesTheVariableThatSetsIt() throws IOException {
        assertThat(page()).allSatisfy((name, row) -> {
            var variables = new SystemEnvironmentPropertySource(
                    StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME, Map.of(row.variable(), "set"));
            var found = Stream.ofNullable(ConfigurationPropertySource.from(variables))
                    .map(source -> source.getConfigurationProperty(ConfigurationPropertyName.of(name)))
                    .toList();
            assertThat(found).as(name).isNotEmpty().doesNotContainNull();
        });
    }
}
