// SPDX-License-Identifier: Apache-2.0
package org.harborline.journal.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.harborline.platform.Actor;
import org.harborline.platform.ReadyNote;
import org.harborline.platform.Sql;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Tells whoever started the server that it serves: first its address to a file, so that sample reports can be sent;
/// then, when that many
/// new reports were filed and every follower has taken up everything, `ready …` with the notes of the modules.
@Component
class ReadyAnnouncement {

    private static final Duration POLL = Duration.ofMillis(50);
    private static final Actor ITSELF = Actor.system("journal");

    private final JournalDesk journal;
    private final Sql sql;
    private final List<ReadyNote> notes;
    private final int reports;
    private final @Nullable Path addressFile;

    ReadyAnnouncement(
            JournalDesk journal,
            Sql sql,
            ObjectProvider<ReadyNote> notes,
            @Value("${harborline.ready.reports:0}") int reports,
            @Value("${harborline.ready.address-file:#{null}}") @Nullable Path addressFile) {
        this.journal = journal;
        this.sql = sql;
        this.notes = notes.orderedStream().toList();
        this.reports = reports;
        this.addressFile = addressFile;
    }

    @EventListener
    void serves(WebServerInitializedEvent event) {
        if (event.getApplicationContext().getServerNamespace() != null) {
            return;
        }
        String address = "http://localhost:" + event.getWebServer().getPort();
        Thread.ofVirtual().name("ready").start(() -> announce(address));
    }

    private void announce(String address) {
        try {
            long since = journal.position();
            tell(address);
            // A server without sample reports is ready when it serves; on a busy one the backlog is never empty for
            // long.
            while (reports > 0
                    && (filed(since) < reports || !journal.backlog(ITSELF).isEmpty())) {
                new Signals.Bell().await(0, POLL);
            }
            System.out.println("ready " + address);
            notes.forEach(note -> note.lines().forEach(System.out::println));
            System.out.flush();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void tell(String address) {
        if (addressFile == null) {
            return;
        }
        try {
            Files.writeString(addressFile, address + "\n");
        } catch (IOException cannot) {
            throw new UncheckedIOException(cannot);
        }
    }

    private long filed(long since) {
        return sql.of(
                        "SELECT count(*) FROM journal.entry WHERE position > :since AND fact_type = 'intake.report-filed'")
                .param("since", since)
                .query(Long.class)
                .single();
    }
}
