// SPDX-License-Identifier: Apache-2.0
package org.harborline.registry.internal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MappingIterator;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.dataformat.csv.CsvMapper;
import tools.jackson.dataformat.csv.CsvReadFeature;
import tools.jackson.dataformat.csv.CsvSchema;

/// A table that comes with Harborline as a text file: a line with its name, a line with its version, remarks, column
/// names, rows.
///
/// @param name permanent, such as `sample-agencies`
/// @param version the date on which the file was made, in ISO form
/// @param rows with empty cells as absent
record DataFile<T>(String name, String version, List<T> rows) {

    private static final String FOLDER = "registry/";
    private static final String REMARK = "# ";
    private static final String VERSION = "# version: ";

    private static final CsvMapper CSV = CsvMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(CsvReadFeature.EMPTY_STRING_AS_NULL)
            .build();

    DataFile {
        rows = List.copyOf(rows);
    }

    /// Reads a file of this release.
    ///
    /// @param path below the registry's resources
    static <T> DataFile<T> read(String path, Class<T> row) {
        String text = text(path);
        List<String> head = text.lines().limit(2).toList();
        if (!head.get(0).startsWith(REMARK) || !head.get(1).startsWith(VERSION)) {
            throw new IllegalStateException(path + " begins with its name and version");
        }
        String table = text.lines().dropWhile(line -> line.startsWith("#")).collect(Collectors.joining("\n"));
        CsvSchema schema = CsvSchema.emptySchema().withHeader();
        try (MappingIterator<T> rows = CSV.readerFor(row).with(schema).readValues(table)) {
            return new DataFile<>(
                    head.get(0).substring(REMARK.length()), head.get(1).substring(VERSION.length()), rows.readAll());
        }
    }

    private static String text(String path) {
        var resource = new ClassPathResource(FOLDER + path);
        try (var reader =
                new BufferedReader(new InputStreamReader(resource.getInputStream(), StandardCharsets.UTF_8))) {
            return reader.lines().collect(Collectors.joining("\n"));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
