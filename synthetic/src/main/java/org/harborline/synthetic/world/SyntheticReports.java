// SPDX-License-Identifier: Apache-2.0
package org.harborline.synthetic.world;

import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/// An endless sequence of invented reports, numbered from 1, that follows from a seed alone.
///
/// Categories, senders and their concentration are those of the published figures; a quarter of the located reports is
/// in the United States. E-mail addresses at `mail.example` are spelt as the large free mail hosts allow: dots, `+tags`
/// and case in the local part mean nothing there.
public final class SyntheticReports {

    /// The moment before which everything in a world has happened, unless another is asked for.
    public static final Instant DEFAULT_AS_OF = Instant.parse("2026-11-01T00:00:00Z");

    private final long seed;
    private final Instant asOf;

    private SyntheticReports(long seed, Instant asOf) {
        this.seed = seed;
        this.asOf = asOf;
    }

    /// The world of that seed.
    public static SyntheticReports seeded(long seed) {
        return new SyntheticReports(seed, DEFAULT_AS_OF);
    }

    /// The same world at another time: every incident in it lies before that moment, most of them less than two months.
    public SyntheticReports asOf(Instant moment) {
        return new SyntheticReports(seed, moment);
    }

    /// The first reports.
    public List<SyntheticReport> take(int count) {
        return from(1).limit(count).toList();
    }

    /// One report; making it costs as much as making its chapter of 500.
    ///
    /// @param number from 1
    public SyntheticReport get(long number) {
        return from(number).findFirst().orElseThrow();
    }

    /// All reports from that number on, in order and without end, made chapter by chapter.
    public Stream<SyntheticReport> from(long number) {
        if (number < 1) {
            throw new IllegalArgumentException("reports are numbered from 1");
        }
        long chapter = (number - 1) / Chapter.SIZE;
        return LongStream.iterate(chapter, c -> c + 1)
                .boxed()
                .flatMap(c -> Chapter.write(seed, c, asOf).stream())
                .dropWhile(report -> report.number() < number);
    }
}
