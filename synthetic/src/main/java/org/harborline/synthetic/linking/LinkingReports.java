// SPDX-License-Identifier: Apache-2.0
package org.harborline.synthetic.linking;

import java.time.Instant;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/// An endless sequence of chapters that follows from a seed alone. Each holds every trap once and every exact kind
/// several times, so that two hundred chapters, 100,000 reports, hold at least two hundred pairs of each.
public final class LinkingReports {

    /// Reports in a chapter.
    public static final int CHAPTER = Scene.SIZE;

    /// The moment before which everything has happened.
    public static final Instant AS_OF = Instant.parse("2026-11-01T00:00:00Z");

    private final long seed;

    private LinkingReports(long seed) {
        this.seed = seed;
    }

    /// The reports of that seed.
    public static LinkingReports seeded(long seed) {
        return new LinkingReports(seed);
    }

    /// All chapters in order, without end.
    public Stream<LinkingChapter> chapters() {
        return LongStream.iterate(0, index -> index + 1).mapToObj(this::chapter);
    }

    /// One chapter, without those before it.
    ///
    /// @param index from 0
    public LinkingChapter chapter(long index) {
        var scene = new Scene(seed, index);
        new MailTraps(scene).tell();
        if (scene.hasPhones()) {
            new PhoneTraps(scene).tell();
        }
        new NameTraps(scene).tell();
        new AddressTraps(scene).tell();
        new DeviceTraps(scene).tell();
        new PageTraps(scene).tell();
        new PaymentTraps(scene).tell();
        new RecordTraps(scene).tell();
        new ContradictionTraps(scene).tell();
        new SamePerson(scene).tell();
        new Crowd(scene).tell();
        return scene.finished();
    }
}
