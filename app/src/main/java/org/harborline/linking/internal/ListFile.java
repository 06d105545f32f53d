// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking.internal;

import com.fasterxml.jackson.annotation.JsonProperty;
import inet.ipaddr.IPAddress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.harborline.intake.IdentifierKind;
import org.harborline.linking.ListedKind;
import org.harborline.platform.StartRefused;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MappingIterator;
import tools.jackson.dataformat.csv.CsvMapper;
import tools.jackson.dataformat.csv.CsvReadFeature;
import tools.jackson.dataformat.csv.CsvSchema;

/// One version of a list, as an operator writes it: a line with the list's name, a line with its date, remarks, column
/// names, rows.
///
/// @param file its file's name, for messages
/// @param name permanent, such as `tor-exits`
/// @param dated the day as of which it holds
record ListFile(String file, String name, LocalDate dated, List<Row> rows) {

    private static final String NAME = "# ";
    private static final String VERSION = "# version: ";
    private static final int LONGEST_NAME = 100;

    private static final CsvMapper CSV = CsvMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(CsvReadFeature.EMPTY_STRING_AS_NULL)
            .build();

    ListFile {
        rows = List.copyOf(rows);
    }

    /// @throws StartRefused naming file and line of what cannot be read
    static ListFile read(Path path) {
        String file = String.valueOf(path.getFileName());
        try {
            return parse(file, Files.readString(path));
        } catch (IOException cannot) {
            throw new StartRefused(file + " cannot be read; it is text in UTF-8.", cannot);
        }
    }

    /// The same unless it says that it holds as of a day that has not begun anywhere.
    ///
    /// @throws StartRefused when it does
    ListFile upTo(LocalDate today) {
        if (dated.isAfter(today)) {
            throw new StartRefused(file + ", line 2: the version " + dated
                    + " lies in the future; a list is dated with the" + " day on which it was made.");
        }
        return this;
    }

    /// Lines that hold only from a later day on.
    List<Row> notYet(LocalDate today) {
        return rows.stream().filter(row -> row.validFrom().isAfter(today)).toList();
    }

    @Override
    public String toString() {
        return file + " (" + name + " of " + dated + ", " + rows.size() + " lines)";
    }

    private static ListFile parse(String file, String text) {
        List<String> lines = text.lines().toList();
        boolean named = lines.size() > 2
                && lines.get(0).startsWith(NAME)
                && lines.get(0).length() <= NAME.length() + LONGEST_NAME
                && lines.get(1).startsWith(VERSION);
        if (!named) {
            throw new StartRefused(file
                    + " must begin with a line \"# NAME\" and a line \"# version: 2026-11-23\", with its own date.");
        }
        List<String> table =
                lines.stream().dropWhile(line -> line.startsWith("#")).toList();
        CsvSchema schema = CsvSchema.emptySchema().withHeader();
        try (MappingIterator<Row> rows = CSV.readerFor(Row.class).with(schema).readValues(String.join("\n", table))) {
            return new ListFile(
                    file,
                    lines.get(0).substring(NAME.length()).strip(),
                    LocalDate.parse(lines.get(1).substring(VERSION.length()).strip()),
                    rows.readAll());
        } catch (DateTimeParseException wrong) {
            throw new StartRefused(file + ", line 2: a date looks like 2026-11-23.", wrong);
        } catch (JacksonException wrong) {
            throw new StartRefused(complaint(file, lines.size() - table.size(), wrong), wrong);
        }
    }

    private static String complaint(String file, int before, JacksonException wrong) {
        String column = wrong.getPath().stream()
                .map(JacksonException.Reference::getPropertyName)
                .filter(Objects::nonNull)
                .collect(Collectors.joining("."));
        String why = wrong.getCause() instanceof IllegalArgumentException row
                ? ": " + row.getMessage()
                : "; the columns are kind, network, identifier, value, valid_from and valid_to, a date looks like"
                        + " 2026-11-23";
        return file
                + (wrong.getLocation() == null
                        ? ""
                        : ", line " + (before + wrong.getLocation().getLineNr()))
                + (column.isEmpty() ? "" : ", column " + column) + " cannot be taken" + why + ".";
    }

    /// A network, or for the kind `VOID` a value.
    ///
    /// @param network in CIDR form
    /// @param identifier which kind of identifier the value is
    /// @param validFrom first day on which it holds
    /// @param validTo last day; absent while it holds
    record Row(
            ListedKind kind,
            @Nullable String network,
            @Nullable IdentifierKind identifier,
            @Nullable String value,
            @JsonProperty("valid_from") LocalDate validFrom,
            @JsonProperty("valid_to") @Nullable LocalDate validTo) {

        Row {
            require(kind != null, "kind is missing");
            require(validFrom != null, "valid_from is missing");
            require(validTo == null || !validTo.isBefore(validFrom), "valid_to is not before valid_from");
            if (kind == ListedKind.VOID) {
                require(network == null && identifier != null && value != null, "VOID has an identifier and a value");
            } else {
                require(identifier == null && value == null, kind + " has a network only");
                var _ = ListedNetwork.read(network);
            }
        }

        /// The network as a block of addresses.
        IPAddress block() {
            return ListedNetwork.read(network);
        }

        private static void require(boolean fits, String otherwise) {
            if (!fits) {
                throw new IllegalArgumentException(otherwise);
            }
        }

        @Override
        public String toString() {
            return "Row(" + kind + ")";
        }
    }
}
