// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking.internal;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import org.harborline.intake.CaptureEvent;
import org.harborline.intake.IdentifierKind;
import org.harborline.intake.IncidentType;
import org.harborline.intake.PartyRole;
import org.harborline.intake.ReceivedReport;
import org.harborline.intake.ReportNumber;
import org.harborline.intake.StatedIdentifier;
import org.harborline.intake.StatedTime;
import org.jspecify.annotations.Nullable;

/// Invented reports of three years, each with ten identifiers, that anybody can make again from a seed. Most people are
/// reported once, a few very often; one report in a hundred names an address that is in all of those.
final class HistoryPopulation {

    /// How many identifiers each report has.
    static final int IDENTIFIERS = 10;

    /// Nobody is reported more often, so that every person stays under the limit of a common key.
    static final int MOST_REPORTS = 150;

    private static final Instant START = Instant.parse("2023-01-01T00:00:00Z");
    private static final Duration SPAN = Duration.ofDays(1095);
    private static final double KNOWN_PERSON = 0.6;
    private static final double SAME_AS_BEFORE = 0.6;
    private static final int SENDERS = 40;
    private static final int GATEWAYS = 5_000;
    /// One report in so many names the address that is in all of those.
    static final int ONE_IN = 100;
    /// The place of the address that may be the common one.
    static final int EMAIL = 1;
    private static final int ADDRESS = 8;
    private static final long FRESH = 1L << 40;
    private static final String COMMON = "everybody@common.example";

    private final long seed;
    private final int reports;
    private final int[] personOf;
    private final int[] earlierOf;

    /// Decides who is in which report: somebody new, or somebody from a report before, the more reports the likelier.
    HistoryPopulation(long seed, int reports) {
        this.seed = seed;
        this.reports = reports;
        this.personOf = new int[reports];
        this.earlierOf = new int[reports];
        var lastOf = new int[reports];
        var timesOf = new short[reports];
        var random = new SplittableRandom(seed);
        int people = 0;
        for (int report = 0; report < reports; report++) {
            int person = report > 0 && random.nextDouble() < KNOWN_PERSON ? personOf[random.nextInt(report)] : people;
            if (person < people && timesOf[person] >= MOST_REPORTS) {
                person = people;
            }
            boolean known = person < people;
            people += known ? 0 : 1;
            personOf[report] = person;
            earlierOf[report] = known ? lastOf[person] : -1;
            lastOf[person] = report;
            timesOf[person]++;
        }
    }

    int size() {
        return reports;
    }

    /// What it can be made again from.
    @Override
    public String toString() {
        return reports + " reports from seed " + seed;
    }

    /// The report before this one about the same person; absent when there is none.
    @Nullable
    Integer earlier(int report) {
        return earlierOf[report] < 0 ? null : earlierOf[report];
    }

    /// Whether a report states the person's usual identifier of that place, and not one that nobody else has.
    boolean usual(long report, int place) {
        return random(report, place).nextDouble() < SAME_AS_BEFORE;
    }

    /// The first report from that one on that names the common address.
    static long nextCommon(long from) {
        return Math.ceilDiv(from, ONE_IN) * ONE_IN;
    }

    static boolean common(long report) {
        return report % ONE_IN == 0;
    }

    /// Whether what both state as usual in one place is a strong key of both: of an address the port differs, and what
    /// is
    /// in too many reports links nothing.
    static boolean links(int place, long report, long earlier) {
        return place < ADDRESS && !(place == EMAIL && (common(report) || common(earlier)));
    }

    Instant time(long report) {
        return START.plusSeconds(SPAN.toSeconds() * report / reports);
    }

    /// A report of the history.
    ReceivedReport report(int report) {
        return report(report, personOf[report]);
    }

    /// A report that comes after the history, about somebody of it.
    ReceivedReport next(long report) {
        return report(report, personOf[random(report, IDENTIFIERS).nextInt(reports)]);
    }

    static ReportNumber number(long report) {
        return new ReportNumber(report + 1);
    }

    static UUID sender(long person) {
        return new UUID(0, person % SENDERS + 1);
    }

    private ReceivedReport report(long report, long person) {
        Instant time = time(report);
        var stated = new ArrayList<StatedIdentifier>();
        for (int place = 0; place < IDENTIFIERS; place++) {
            long whose = usual(report, place) ? person : FRESH + report * IDENTIFIERS + place;
            stated.add(identifier(place, whose, report, time));
        }
        if (common(report)) {
            stated.set(EMAIL, stated(IdentifierKind.EMAIL, COMMON, null, time, null));
        }
        return new ReceivedReport(
                number(report),
                sender(person),
                "Example Chat",
                IncidentType.ENTICEMENT,
                new StatedTime(time, time.toString(), ZoneOffset.UTC),
                Set.of(),
                false,
                false,
                List.of(),
                stated,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                null);
    }

    private StatedIdentifier identifier(int place, long whose, long report, Instant time) {
        return switch (place) {
            case 0 -> stated(IdentifierKind.PROVIDER_USER_ID, "u" + whose, null, time, null);
            case EMAIL -> stated(IdentifierKind.EMAIL, "person" + whose + "@town.example", null, time, null);
            case 2 -> stated(IdentifierKind.PHONE, phone(whose), null, time, null);
            case 3 -> stated(IdentifierKind.SCREEN_NAME, "name" + whose + "x", null, time, null);
            case 4 -> stated(IdentifierKind.DEVICE_ID, "%016x".formatted(mix(whose)), "Android ID", time, null);
            case 5 -> stated(IdentifierKind.PAYMENT_HANDLE, "$tag" + whose, "Cash App", time, null);
            case 6 -> stated(IdentifierKind.PROFILE_URL, "https://people.example/u/" + whose, null, time, null);
            case 7 -> stated(IdentifierKind.URL, "https://files.example/d/" + mix(whose), null, time, null);
            case ADDRESS ->
                stated(IdentifierKind.IP_ADDRESS, address(mix(whose)), null, time, 1024 + (int) (report % 60_000));
            default -> stated(IdentifierKind.IP_ADDRESS, address(mix(report % GATEWAYS + 1_000_003)), null, time, null);
        };
    }

    private static StatedIdentifier stated(
            IdentifierKind kind, String value, @Nullable String qualifier, Instant time, @Nullable Integer port) {
        return new StatedIdentifier(
                kind,
                value,
                qualifier,
                null,
                PartyRole.REPORTED_PERSON,
                0,
                CaptureEvent.LOGIN,
                new StatedTime(time, time.toString(), ZoneOffset.UTC),
                port,
                StatedIdentifier.Quality.UNSTATED,
                "/report/personOrUserReported[1]");
    }

    /// A German mobile number.
    private static String phone(long whose) {
        long digits = Math.floorMod(mix(whose), 400_000_000L);
        return "+4915%d%08d".formatted(List.of(1, 2, 7, 9).get((int) (digits / 100_000_000)), digits % 100_000_000);
    }

    /// A public address.
    private static String address(long random) {
        return "%d.%d.%d.%d"
                .formatted(
                        Math.floorMod(random, 30) + 60,
                        Math.floorMod(random >> 8, 256),
                        Math.floorMod(random >> 16, 256),
                        Math.floorMod(random >> 24, 254) + 1);
    }

    private static long mix(long value) {
        return new SplittableRandom(value).nextLong();
    }

    private SplittableRandom random(long report, int place) {
        return new SplittableRandom(mix(seed ^ (report * (IDENTIFIERS + 1) + place)));
    }
}
