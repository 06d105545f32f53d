// SPDX-License-Identifier: Apache-2.0
package org.harborline;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.MessagePattern;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// Every text there is, in every language, and no text that nobody asks for.
class MessagesTests {

    private static final Path RESOURCES = Path.of("src/main/resources");
    private static final Pattern USED = Pattern.compile("#\\{([a-z][A-Za-z0-9.-]*)[(}]|#messages\\.msg\\('([^']+)'");

    /// What is no word of any language: addresses, elements, headers, methods.
    private static final Pattern OF_PROGRAMS = Pattern.compile(
            "/api/v1/[a-z-]+|\\b[a-z]+[A-Z]\\w*|\\b[A-Z][a-z]+(?:-[A-Z][a-z]+)+|\\b(?:JSON|GET|POST)\\b");

    /// Words a module's keys may begin with besides its name.
    private static final Map<String, Set<String>> MORE = Map.of("platform", Set.of("frame"));

    @Test
    void existInEveryLanguage() throws IOException {
        var problems = new ArrayList<String>();
        for (Path english : files().filter(file -> !name(file).contains("_")).toList()) {
            var module = name(english).replace(".properties", "");
            var there = keys(english);
            try (var translations = Files.list(RESOURCES.resolve("messages"))) {
                var others = translations
                        .filter(file -> name(file).startsWith(module + "_"))
                        .toList();
                assertThat(others)
                        .as(module + " in Spanish")
                        .anyMatch(file -> name(file).endsWith("_es.properties"));
                for (Path other : others) {
                    var missing = new TreeSet<>(there.keySet());
                    missing.removeAll(keys(other).keySet());
                    missing.forEach(key -> problems.add(key + " is missing in " + name(other)));
                    var more = new TreeSet<>(keys(other).keySet());
                    more.removeAll(there.keySet());
                    more.forEach(key -> problems.add(key + " is only in " + name(other)));
                }
            }
        }
        assertThat(problems).isEmpty();
    }

    @Test
    void takeTheSameArgumentsInEveryLanguage() throws IOException {
        var spanish = all("_es");
        all("").forEach((key, text) ->
                assertThat(arguments(spanish.getOrDefault(key, text))).as(key).isEqualTo(arguments(text)));
    }

    /// Whoever writes a client reads one language only and must learn the same from it.
    @Test
    void nameTheSameThingsOfProgramsInEveryLanguage() throws IOException {
        var spanish = all("_es");
        var problems = new ArrayList<String>();
        all("").forEach((key, text) -> {
            var named = ofPrograms(text);
            var other = ofPrograms(spanish.getOrDefault(key, text));
            if (!other.equals(named)) {
                problems.add(key + " names " + other + " in Spanish, " + named + " in English");
            }
        });
        assertThat(problems).isEmpty();
    }

    private static Set<String> ofPrograms(String text) {
        return OF_PROGRAMS
                .matcher(text)
                .results()
                .map(found -> found.group())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> arguments(String text) {
        var pattern = new MessagePattern(text);
        var found = new TreeSet<String>();
        for (int at = 0; at < pattern.countParts(); at++) {
            var part = pattern.getPart(at);
            if (part.getType() == MessagePattern.Part.Type.ARG_NUMBER
                    || part.getType() == MessagePattern.Part.Type.ARG_NAME) {
                found.add(pattern.getSubstring(part));
            }
        }
        return found;
    }

    @Test
    void beginWithTheNameOfTheirModule() throws IOException {
        var strangers = new ArrayList<String>();
        for (Path file : files().toList()) {
            var module = name(file).replaceAll("(_[a-z]+)?\\.properties", "");
            keys(file).keySet().stream()
                    .filter(key -> !key.startsWith("problem.") && !key.startsWith(module + "."))
                    .filter(key ->
                            MORE.getOrDefault(module, Set.of()).stream().noneMatch(word -> key.startsWith(word + ".")))
                    .forEach(key -> strangers.add(key + " in " + name(file)));
            assertThat(Path.of("src/main/java/org/harborline", module))
                    .as(name(file))
                    .isDirectory();
        }
        assertThat(strangers).isEmpty();
    }

    @Test
    void areThereForEveryTemplate() throws IOException {
        var there = all("");
        var missing = new TreeSet<String>();
        try (var templates = Files.walk(RESOURCES.resolve("templates"))) {
            for (Path template :
                    templates.filter(file -> file.toString().endsWith(".html")).toList()) {
                USED.matcher(withoutComments(template)).results().forEach(use -> {
                    var key = use.group(1) == null ? use.group(2) : use.group(1);
                    if (!there.containsKey(key)) {
                        missing.add(key + " in " + RESOURCES.relativize(template));
                    }
                });
            }
        }
        assertThat(missing).isEmpty();
    }

    private static String withoutComments(Path template) throws IOException {
        return Files.readString(template).replaceAll("(?s)<!--/\\*.*?\\*/-->", "");
    }

    private static java.util.stream.Stream<Path> files() throws IOException {
        try (var files = Files.list(RESOURCES.resolve("messages"))) {
            return files.toList().stream();
        }
    }

    private static String name(Path file) {
        return file.getFileName().toString();
    }

    private static Map<String, String> all(String language) throws IOException {
        var all = new TreeMap<String, String>();
        for (Path file : files().filter(file -> name(file).matches("[a-z]+" + language + "\\.properties"))
                .toList()) {
            all.putAll(keys(file));
        }
        return all;
    }

    private static Map<String, String> keys(Path file) throws IOException {
        var properties = new Properties();
        try (var reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            properties.load(reader);
        }
        return properties.stringPropertyNames().stream()
                .collect(Collectors.toMap(key -> key, properties::getProperty, (_, last) -> last, TreeMap::new));
    }
}
