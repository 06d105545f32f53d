// SPDX-License-Identifier: Apache-2.0
package org.harborline.registry.internal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.stream.Collectors;
import org.harborline.platform.StartRefused;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MappingIterator;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.dataformat.csv.CsvMapper;
import tools.jackson.dataformat.csv.CsvReadFeature;
import tools.jackson.dataformat.csv.CsvSchema;

/// A table in a text file: a line with its name, a line with its version, remarks, column names, rows. Some come with
/// Harborline, others are an operator's own.
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
        return parse(path, text(path), row);
    }

    /// Reads a file of an operator.
    ///
    /// @return a file without rows when there is none
    /// @throws StartRefused naming file, line and column of what cannot be read
    static <T> DataFile<T> read(Path file, Class<T> row) {
        String name = String.valueOf(file.getFileName());
        if (!Files.exists(file)) {
            return new DataFile<>(name, LocalDate.EPOCH.toString(), List.of());
        }
        try {
            return parse(name, Files.readString(file), row);
        } catch (IOException cannot) {
            throw new StartRefused(name + " cannot be read; it is text in UTF-8.", cannot);
        }
    }

    private static <T> DataFile<T> parse(String origin, String text, Class<T> row) {
        List<String> lines = text.lines().toList();
        if (lines.size() < 3
                || !lines.get(0).startsWith(REMARK)
                || !lines.get(1).startsWith(VERSION)
                || !isDate(lines.get(1).substring(VERSION.length()))) {
            throw new StartRefused(origin
                    + " must begin with a line \"# NAME\" and a line \"# version: 2026-11-23\", with its own date.");
        }
        List<String> table =
                lines.stream().dropWhile(line -> line.startsWith("#")).toList();
        CsvSchema schema = CsvSchema.emptySchema().withHeader();
        try (MappingIterator<T> rows = CSV.readerFor(row).with(schema).readValues(String.join("\n", table))) {
            return new DataFile<>(
                    lines.get(0).substring(REMARK.length()), lines.get(1).substring(VERSION.length()), rows.readAll());
        } catch (JacksonException wrong) {
            throw new StartRefused(RowComplaint.sentence(origin, lines.size() - table.size(), wrong), wrong);
        }
    }

    private static boolean isDate(String text) {
        try {
            return LocalDate.parse(text).isAfter(LocalDate.EPOCH);
        } catch (DateTimeParseException none) {
            return false;
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
