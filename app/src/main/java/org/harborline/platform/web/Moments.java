// SPDX-License-Identifier: Apache-2.0
package org.harborline.platform.web;

import com.ibm.icu.text.DateFormat;
import com.ibm.icu.text.ListFormatter;
import com.ibm.icu.text.MeasureFormat;
import com.ibm.icu.text.MeasureFormat.FormatWidth;
import com.ibm.icu.text.NumberFormat;
import com.ibm.icu.text.RelativeDateTimeFormatter;
import com.ibm.icu.text.RelativeDateTimeFormatter.RelativeDateTimeUnit;
import com.ibm.icu.util.Measure;
import com.ibm.icu.util.MeasureUnit;
import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.ULocale;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;

/// Times and numbers as people read them, in the language of the page. Templates ask it as `#moments`. Exact times are
/// in UTC and say so.
final class Moments {

    private static final Duration DAYS_AFTER = Duration.ofHours(36);

    private final Clock clock;
    private final MessageSource messages;

    Moments(Clock clock, MessageSource messages) {
        this.clock = clock;
        this.messages = messages;
    }

    /// "in 22 min", "4 hr. ago".
    public String relative(Instant instant) {
        var away = Duration.between(clock.instant(), instant);
        var size = away.abs();
        if (size.compareTo(Duration.ofMinutes(1)) < 0) {
            return messages.getMessage("frame.moment.now", null, LocaleContextHolder.getLocale());
        }
        if (size.compareTo(Duration.ofHours(1)) < 0) {
            return relative(away, Duration.ofMinutes(1), RelativeDateTimeUnit.MINUTE);
        }
        return size.compareTo(DAYS_AFTER) < 0
                ? relative(away, Duration.ofHours(1), RelativeDateTimeUnit.HOUR)
                : relative(away, Duration.ofDays(1), RelativeDateTimeUnit.DAY);
    }

    private static String relative(Duration away, Duration unit, RelativeDateTimeUnit name) {
        var formatter = RelativeDateTimeFormatter.getInstance(
                locale(),
                NumberFormat.getInstance(locale()),
                RelativeDateTimeFormatter.Style.SHORT,
                com.ibm.icu.text.DisplayContext.CAPITALIZATION_NONE);
        long whole = away.toSeconds() / unit.toSeconds();
        return formatter.formatNumeric((double) whole, name);
    }

    /// How far away the moment is, whichever side: "6 min".
    public String distance(Instant instant) {
        return length(Duration.between(clock.instant(), instant).abs());
    }

    /// Whether the moment has passed.
    public boolean passed(Instant instant) {
        return instant.isBefore(clock.instant());
    }

    /// "23 Nov 2026, 11:32 UTC".
    public String exact(Instant instant) {
        return format(instant, "yMMMdHm", TimeZone.GMT_ZONE) + " UTC";
    }

    /// As [#exact(Instant)] with seconds, for evidence.
    public String precise(Instant instant) {
        return format(instant, "yMMMdHms", TimeZone.GMT_ZONE) + " UTC";
    }

    /// The same moment as its sender wrote it, so that nobody has to convert. A missing offset is said to be missing.
    public String stated(Instant instant, @Nullable ZoneOffset offset) {
        if (offset == null) {
            return messages.getMessage("frame.moment.offset-unknown", null, LocaleContextHolder.getLocale());
        }
        var zone = TimeZone.getTimeZone("GMT" + (offset.equals(ZoneOffset.UTC) ? "+00:00" : offset.getId()));
        var local = format(instant, "yMMMdHms", zone) + " " + (offset.equals(ZoneOffset.UTC) ? "+00:00" : offset);
        return messages.getMessage("frame.moment.stated", new Object[] {local}, LocaleContextHolder.getLocale());
    }

    /// Part of a sentence as a record holds it: an instant as people read it, anything else as it is.
    public String said(String part) {
        try {
            return precise(Instant.parse(part));
        } catch (DateTimeParseException noTime) {
            return part;
        }
    }

    /// For the `datetime` attribute.
    public String machine(Instant instant) {
        return instant.toString();
    }

    /// "23 Nov 2026".
    public String day(LocalDate day) {
        return format(day.atStartOfDay(ZoneOffset.UTC).toInstant(), "yMMMd", TimeZone.GMT_ZONE);
    }

    /// "3 h, 40 min": the two largest units, nothing shorter than a minute.
    public String length(Duration duration) {
        var parts = new ArrayList<Measure>();
        add(parts, duration.toDays(), MeasureUnit.DAY);
        add(parts, duration.toHoursPart(), MeasureUnit.HOUR);
        add(parts, duration.toMinutesPart(), MeasureUnit.MINUTE);
        if (parts.isEmpty()) {
            parts.add(new Measure(0, MeasureUnit.MINUTE));
        }
        var format = MeasureFormat.getInstance(locale(), FormatWidth.SHORT);
        return ListFormatter.getInstance(locale(), ListFormatter.Type.UNITS, ListFormatter.Width.SHORT)
                .format(parts.stream().limit(2).map(format::format).toList());
    }

    private static void add(List<Measure> parts, long amount, MeasureUnit unit) {
        if (amount > 0) {
            parts.add(new Measure(amount, unit));
        }
    }

    /// "1,042,317", for amounts. Numbers of reports are names and stay as they are.
    public String amount(long amount) {
        return NumberFormat.getInstance(locale()).format(amount);
    }

    private static String format(Instant instant, String skeleton, TimeZone zone) {
        var format = DateFormat.getInstanceForSkeleton(skeleton, ULocale.forLocale(dated()));
        format.setTimeZone(zone);
        return format.format(Date.from(instant));
    }

    /// Day before month in every language: an officer abroad reads the same page.
    private static java.util.Locale dated() {
        var locale = LocaleContextHolder.getLocale();
        return locale.getLanguage().equals("en") ? java.util.Locale.UK : locale;
    }

    private static ULocale locale() {
        return ULocale.forLocale(LocaleContextHolder.getLocale());
    }
}
