// SPDX-License-Identifier: Apache-2.0
package org.harborline.intake.web;

import java.lang.reflect.RecordComponent;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.regex.Pattern;
import org.harborline.intake.IncidentType;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.BindingResult;

/// What somebody typed who files a report by hand: the fields of the schema that a person can know. Absent and empty
/// are
/// the same. Lists are one entry a line.
record HandForm(
        @Nullable IncidentType type,
        @Nullable String when,
        @Nullable String whenMeans,
        @Nullable String urgent,
        @Nullable String platform,
        @Nullable String urls,
        @Nullable String room,
        @Nullable String identifier,
        @Nullable String screenName,
        @Nullable String profile,
        @Nullable String mail,
        @Nullable String phone,
        @Nullable String address,
        @Nullable String addressWhen,
        @Nullable String aboutPerson,
        @Nullable String childIdentifier,
        @Nullable String childScreenName,
        @Nullable String childAge,
        @Nullable String agency,
        @Nullable String caseNumber,
        @Nullable String earlier,
        @Nullable String more,
        @Nullable String reporter,
        @Nullable String reporterMail) {

    private static final Pattern AGE = Pattern.compile("[0-9]{1,3}");
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,16}");
    private static final Pattern MAIL = Pattern.compile("[^@\\s]+@[^@\\s]+");

    /// An empty form, with what is known of whoever opens it.
    static HandForm of(@Nullable String platform, String reporter, @Nullable String reporterMail) {
        return new HandForm(
                null,
                null,
                null,
                null,
                platform,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                reporter,
                reporterMail);
    }

    /// Says what is to be corrected. What the schema asks beyond this is answered by the same judge as for machines.
    void check(BindingResult errors) {
        need(errors, "type", type != null);
        need(errors, "when", text(when).isPresent() && isTime(when));
        need(errors, "addressWhen", isTime(addressWhen));
        need(
                errors,
                "mail",
                lines(mail).stream().allMatch(one -> MAIL.matcher(one).matches()));
        need(errors, "childAge", matches(childAge, AGE));
        need(
                errors,
                "earlier",
                lines(earlier).stream().allMatch(one -> NUMBER.matcher(one).matches()));
        need(errors, "reporter", text(reporter).isPresent());
        need(errors, "reporterMail", matches(reporterMail, MAIL));
    }

    private static void need(BindingResult errors, String field, boolean right) {
        if (!right) {
            errors.rejectValue(field, "intake.hand.wrong." + field);
        }
    }

    private static boolean matches(@Nullable String typed, Pattern shape) {
        return text(typed).map(given -> shape.matcher(given).matches()).orElse(true);
    }

    private static boolean isTime(@Nullable String typed) {
        try {
            time(typed);
            return true;
        } catch (DateTimeParseException _) {
            return false;
        }
    }

    /// A time as a browser sends it, read as UTC, in the spelling of the schema.
    static Optional<String> time(@Nullable String typed) {
        return text(typed)
                .map(given ->
                        LocalDateTime.parse(given).toInstant(ZoneOffset.UTC).toString());
    }

    static Optional<String> text(@Nullable String typed) {
        return typed == null || typed.isBlank() ? Optional.empty() : Optional.of(typed.strip());
    }

    static List<String> lines(@Nullable String typed) {
        return typed == null
                ? List.of()
                : typed.lines()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty())
                        .toList();
    }

    /// What was filled in, in the order of the form, to be shown again and sent once more.
    SequencedMap<String, String> filled() {
        var all = new LinkedHashMap<String, String>();
        Arrays.stream(HandForm.class.getRecordComponents())
                .forEach(field -> value(field).ifPresent(text -> all.put(field.getName(), text)));
        return all;
    }

    private Optional<String> value(RecordComponent field) {
        try {
            Object value = field.getAccessor().invoke(this);
            return value == null
                    ? Optional.empty()
                    : text(value instanceof IncidentType one ? one.name() : (String) value);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException("a record has its accessors", impossible);
        }
    }

    @Override
    public String toString() {
        return "HandForm(" + type + ")";
    }
}
