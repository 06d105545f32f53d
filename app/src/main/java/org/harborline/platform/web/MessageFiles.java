// SPDX-License-Identifier: Apache-2.0
package org.harborline.platform.web;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Pattern;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/// Reads `messages/<module>.properties` (English) and `messages/<module>_<language>.properties` of all modules.
final class MessageFiles {

    private static final Pattern NAME = Pattern.compile("([a-z]+)(?:_([a-z]{2,3}))?\\.properties");

    private MessageFiles() {}

    /// All texts by language and key. Two files that define one key are a mistake that ends the start.
    static Map<Locale, Map<String, String>> read() {
        var texts = new HashMap<Locale, Map<String, String>>();
        try {
            for (Resource file :
                    new PathMatchingResourcePatternResolver().getResources("classpath*:messages/*.properties")) {
                add(file, texts);
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return texts;
    }

    private static void add(Resource file, Map<Locale, Map<String, String>> texts) throws IOException {
        var name = NAME.matcher(String.valueOf(file.getFilename()));
        if (!name.matches()) {
            throw new IllegalStateException("not a message file: " + file.getFilename());
        }
        var language = name.group(2) == null ? Locale.ENGLISH : Locale.of(name.group(2));
        var into = texts.computeIfAbsent(language, _ -> new HashMap<>());
        var lines = new Properties();
        try (var reader = new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8)) {
            lines.load(reader);
        }
        for (String key : lines.stringPropertyNames()) {
            if (into.put(key, lines.getProperty(key)) != null) {
                throw new IllegalStateException(
                        "the message " + key + " is defined twice, once in " + file.getFilename());
            }
        }
    }
}
