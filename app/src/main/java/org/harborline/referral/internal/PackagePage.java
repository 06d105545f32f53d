// SPDX-License-Identifier: Apache-2.0
package org.harborline.referral.internal;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoField;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.harborline.referral.PackageDocument.LocationPart;
import org.harborline.referral.PackageDocument.Shown;
import org.harborline.referral.PackageDocument.Why;
import org.jspecify.annotations.Nullable;

/// What the page of a package needs to print values: text without unseen characters, times to the microsecond where
/// they have them.
final class PackagePage {

    private static final DateTimeFormatter EXACT = new DateTimeFormatterBuilder()
            .appendPattern("uuuu-MM-dd HH:mm:ss")
            .appendFraction(ChronoField.NANO_OF_SECOND, 0, 6, true)
            .toFormatter(Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private final PackageFonts fonts;

    PackagePage(PackageFonts fonts) {
        this.fonts = fonts;
    }

    public @Nullable String text(@Nullable String value) {
        return value == null ? null : fonts.printable(value);
    }

    public @Nullable String shown(@Nullable Shown value) {
        return value == null ? null : fonts.printable(value.value());
    }

    /// ISO date and time with ` UTC`; fractions only where there are any, so that none is invented.
    public String utc(Instant instant) {
        return EXACT.format(instant) + " UTC";
    }

    /// One argument of a reason's sentence, a time in the form of all others; empty where the sentence has fewer.
    public String argument(Why why, int index) {
        return index < why.arguments().size() ? said(why.arguments().get(index).value()) : "";
    }

    private String said(String argument) {
        try {
            return utc(Instant.parse(argument));
        } catch (DateTimeParseException noTime) {
            return fonts.printable(argument);
        }
    }

    /// The stated parts of a place, finest first.
    public String place(LocationPart location) {
        return fonts.printable(Stream.of(location.city(), location.region(), location.postcode(), location.country())
                .filter(Objects::nonNull)
                .collect(Collectors.joining(", ")));
    }

    public String list(List<String> values) {
        return fonts.printable(String.join(", ", values));
    }
}
