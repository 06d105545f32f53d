// SPDX-License-Identifier: Apache-2.0
package org.harborline.journal.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.harborline.journal.Alarms;
import org.harborline.journal.Backlog;
import org.harborline.journal.Conservation;
import org.harborline.journal.Journal;
import org.harborline.platform.Actor;
import org.harborline.platform.Checkup;
import org.harborline.platform.Checkup.Answer;
import org.harborline.platform.DataDirectory;
import org.harborline.platform.Sql;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Is anything stuck, is anything lost, and is the proof of it whole.
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "harborline.command", havingValue = "true")
class JournalCheckups {

    private static final Actor SELF = Actor.system("doctor");
    /// A head is in the file within milliseconds after it is in the database.
    private static final Duration ON_ITS_WAY = Duration.ofSeconds(10);

    @Bean
    Checkup backlogCheckup(ObjectProvider<Journal> journal) {
        return new Checkup(70, "hand-over", () -> {
            Backlog backlog = journal.getObject().backlog(SELF);
            if (backlog.isLate()) {
                return Answer.wrong(backlog.unordered() + " facts have no position, the oldest since "
                        + backlog.oldestUnordered().toSeconds()
                        + " s; start the server, or restart it if it runs.");
            }
            Alarms alarms = backlog.alarms();
            if (!alarms.halfBuilt().isEmpty()) {
                return Answer.wrong(
                        "A rebuild was stopped before its end, and nothing is taken up since: stop the server"
                                + " and run ./harborline rebuild "
                                + alarms.halfBuilt().getFirst() + ".");
            }
            if (!alarms.standing().isEmpty()) {
                String standing = alarms.standing().firstKey();
                return Answer.wrong(standing + " has left a fact waiting for "
                        + alarms.waiting().getOrDefault(standing, Duration.ZERO).toSeconds()
                        + " s; start the server, or if it runs look for \"" + standing
                        + " waits\" in its log, mend that and restart it.");
            }
            long behind = backlog.cursors().values().stream()
                    .mapToLong(cursor -> backlog.position() - cursor)
                    .max()
                    .orElse(0);
            return Answer.good(backlog.unordered() + " facts wait for their position; the last follower is " + behind
                    + " behind position " + backlog.position() + ".");
        });
    }

    @Bean
    Checkup parkedCheckup(ObjectProvider<Journal> journal) {
        return new Checkup(72, "parked facts", () -> {
            long parked = journal.getObject().backlog(SELF).parked();
            return parked == 0
                    ? Answer.good("None.")
                    : Answer.wrong(parked + " facts could not be taken up; open /operator/parked, mend the cause, try"
                            + " again.");
        });
    }

    @Bean
    Checkup conservationCheckup(ObjectProvider<Journal> journal) {
        return new Checkup(74, "conservation", () -> {
            List<Conservation> broken = journal.getObject().conservation(SELF).stream()
                    .filter(law -> !law.holds())
                    .toList();
            return broken.isEmpty()
                    ? Answer.good("Everything that came in is somewhere.")
                    : Answer.wrong("The sides differ for "
                            + broken.stream()
                                    .map(law -> law.law() + " (" + String.join(", ", law.astray()) + ")")
                                    .collect(Collectors.joining("; "))
                            + "; see docs/operations/incident.md and do not change the database.");
        });
    }

    @Bean
    Checkup headsCheckup(ObjectProvider<Sql> sql, DataDirectory data, Clock clock) {
        return new Checkup(80, "heads file", () -> {
            SortedMap<Long, String> stored = stored(sql.getObject(), clock);
            var file = new HeadsFile(data.heads());
            if (!stored.isEmpty() && !file.exists()) {
                return Answer.wrong(
                        "The heads file " + file.path()
                                + " is missing; put back the copy that you keep off this machine, then run ./harborline prove.");
            }
            if (stored.isEmpty()) {
                return compared(stored, List.of(), file);
            }
            try (var heads = file.read(file.whole())) {
                return compared(
                        stored,
                        heads.filter(head -> head.position() >= stored.firstKey())
                                .toList(),
                        file);
            } catch (IOException cannot) {
                throw new UncheckedIOException(cannot);
            }
        });
    }

    /// The latest; `prove` compares them all.
    private static SortedMap<Long, String> stored(Sql sql, Clock clock) {
        var stored = new TreeMap<Long, String>();
        sql.of("""
                SELECT position, chain
                  FROM (SELECT position, chain, signed_at FROM journal.head ORDER BY position DESC LIMIT 100000) AS latest
                 WHERE signed_at < :before
                """)
                .param("before", clock.instant().minus(ON_ITS_WAY).atOffset(ZoneOffset.UTC))
                .query(row -> {
                    stored.put(row.getLong("position"), row.getString("chain"));
                });
        return stored;
    }

    private static Answer compared(Map<Long, String> stored, Collection<Head> found, HeadsFile file) {
        Set<String> lines =
                found.stream().map(head -> head.position() + " " + head.chain()).collect(Collectors.toSet());
        List<Long> missing = stored.entrySet().stream()
                .filter(head -> !lines.contains(head.getKey() + " " + head.getValue()))
                .map(Map.Entry::getKey)
                .toList();
        return missing.isEmpty()
                ? Answer.good("All " + stored.size() + " signed heads of the database are in the file.")
                : Answer.wrong(missing.size() + " signed heads of the database are not in " + file.path()
                        + ", the first at position " + missing.getFirst()
                        + "; start the server, which adds the newest after a crash, and if it stays so compare with"
                        + " your copy.");
    }
}
