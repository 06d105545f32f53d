// SPDX-License-Identifier: Apache-2.0
package org.harborline.synthetic.linking;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.harborline.synthetic.Received;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LinkingReportsTests {

    private static final List<LinkingChapter> CHAPTERS =
            LinkingReports.seeded(3).chapters().limit(6).toList();
    private static final List<Received> DOCUMENTS = CHAPTERS.stream()
            .flatMap(chapter -> chapter.reports().stream())
            .map(report -> Received.from(report.document().xml()))
            .toList();

    @Test
    void followsFromTheSeedAlone() {
        LinkingChapter again = LinkingReports.seeded(3).chapter(4);

        assertThat(texts(again)).isEqualTo(texts(CHAPTERS.get(4)));
        assertThat(again.planted()).isEqualTo(CHAPTERS.get(4).planted());
        assertThat(texts(LinkingReports.seeded(4).chapter(4))).doesNotContainAnyElementsOf(texts(again));
    }

    @Test
    void numbersReportsWithoutGaps() {
        assertThat(CHAPTERS.stream()
                        .flatMap(chapter -> chapter.reports().stream())
                        .map(LinkingReport::number))
                .containsExactlyElementsOf(LongStream.rangeClosed(1, 6L * LinkingReports.CHAPTER)
                        .boxed()
                        .toList());
    }

    @ParameterizedTest
    @EnumSource(LinkingTrap.class)
    void plantsEveryTrapInEveryChapterBetweenPeopleWhoHaveNothingToDoWithEachOther(LinkingTrap trap) {
        for (LinkingChapter chapter : CHAPTERS) {
            assertThat(chapter.planted())
                    .filteredOn(one -> one instanceof Planted.Apart apart && apart.trap() == trap)
                    .isNotEmpty()
                    .allSatisfy(one -> assertThat(shared(chapter, one)).isEmpty());
        }
    }

    @ParameterizedTest
    @EnumSource(ExactKind.class)
    void plantsEveryExactKindBetweenReportsOfOnePerson(ExactKind kind) {
        for (LinkingChapter chapter : CHAPTERS) {
            assertThat(chapter.planted())
                    .filteredOn(one -> one instanceof Planted.Together together && together.kind() == kind)
                    .isNotEmpty()
                    .allSatisfy(one -> assertThat(shared(chapter, one)).isNotEmpty());
        }
    }

    @Test
    void letsNobodyAppearInTwoChapters() {
        Set<Long> known = new HashSet<>();
        for (LinkingChapter chapter : CHAPTERS) {
            Set<Long> people = new HashSet<>();
            chapter.reports().forEach(report -> people.addAll(report.people()));
            assertThat(known).doesNotContainAnyElementsOf(people);
            known.addAll(people);
        }
    }

    @Test
    void usesReservedNamesAndNumbersOnly() {
        assertThat(all("email"))
                .hasSizeGreaterThan(500)
                .allMatch(email -> email.strip().matches("(?iu)[^@]+@([^@]+\\.)?example(\\.com)?"));
        assertThat(all("profileUrl")).allMatch(url -> URI.create(url).getHost().matches("(?i).*\\.example"));
        assertThat(all("ipAddress"))
                .allMatch(
                        ip -> ip.matches(
                                "(?i)(::ffff:)?(198\\.51\\.100|203\\.0\\.113)\\.\\d+|(2001:db8|3fff):.*"
                                        + "|(10|127|100|172\\.16|192\\.168|169\\.254|0\\.0)\\..*|(fd00|fe80|2002:cb00|2001:0):.*|::1?"));
        assertThat(all("additionalInfo")).allMatch(text -> text.matches("\\[synthetic narrative \\d+]"));
    }

    private static List<String> all(String element) {
        return DOCUMENTS.stream().flatMap(one -> one.texts(element).stream()).toList();
    }

    private static List<String> texts(LinkingChapter chapter) {
        return chapter.reports().stream().map(report -> report.document().xml()).toList();
    }

    private static Set<Long> shared(LinkingChapter chapter, Planted pair) {
        Map<Long, Set<Long>> people = new HashMap<>();
        Stream.of(chapter.reports()).flatMap(List::stream).forEach(one -> people.put(one.number(), one.people()));
        Set<Long> both = new HashSet<>(people.getOrDefault(pair.first(), Collections.emptySet()));
        both.retainAll(people.getOrDefault(pair.second(), Collections.emptySet()));
        return both;
    }
}
