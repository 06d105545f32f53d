// SPDX-License-Identifier: Apache-2.0
package org.harborline.synthetic.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// A file of SQL in named sections.
final class Script {

    private static final Pattern SECTION = Pattern.compile("^-- section: ", Pattern.MULTILINE);
    private static final Pattern COMMENT = Pattern.compile("^--.*$", Pattern.MULTILINE);
    private static final Pattern END = Pattern.compile(";\\s*$", Pattern.MULTILINE);

    private final Map<String, List<String>> sections = new HashMap<>();

    private Script(String text) {
        SECTION.splitAsStream(text).skip(1).forEach(this::add);
    }

    private void add(String section) {
        int end = section.indexOf('\n');
        String body = COMMENT.matcher(section.substring(end)).replaceAll("");
        sections.put(
                section.substring(0, end).strip(),
                END.splitAsStream(body)
                        .map(String::strip)
                        .filter(statement -> !statement.isEmpty())
                        .collect(Collectors.toUnmodifiableList()));
    }

    /// The script of that name beside this class's module.
    static Script named(String name) throws IOException {
        try (var in = Script.class.getResourceAsStream("/bench/" + name)) {
            if (in == null) {
                throw new IOException("there is no script " + name);
            }
            return new Script(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    /// The statements of a section.
    List<String> statements(String section) {
        var statements = sections.get(section);
        if (statements == null) {
            throw new IllegalArgumentException("the script has no section " + section);
        }
        return statements;
    }

    /// The only statement of a section.
    String statement(String section) {
        var statements = statements(section);
        if (statements.size() != 1) {
            throw new IllegalArgumentException("section " + section + " has " + statements.size() + " statements");
        }
        return statements.getFirst();
    }
}
