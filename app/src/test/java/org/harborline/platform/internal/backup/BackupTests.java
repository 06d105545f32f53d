// SPDX-License-Identifier: Apache-2.0
package org.harborline.platform.internal.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.harborline.Harborline;
import org.harborline.journal.Fact;
import org.harborline.journal.FactType;
import org.harborline.journal.Journal;
import org.harborline.platform.Actor;
import org.harborline.platform.CommandLine;
import org.harborline.platform.RecordRef;
import org.harborline.platform.Transactions;
import org.harborline.platform.testing.Eventually;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/// Backup of an installation that is being written to, restored elsewhere.
class BackupTests {

    @FactType("test.parcel-sent")
    record ParcelSent(long parcel) implements Fact {
        @Override
        public RecordRef subject() {
            return RecordRef.of("parcel", parcel);
        }
    }

    @TempDir
    Path directory;

    private static ConfigurableApplicationContext start(Path data) {
        return new SpringApplicationBuilder(Harborline.class)
                .web(WebApplicationType.SERVLET)
                .run("--harborline.data=" + data, "--harborline.mode=sandbox", "--server.port=0");
    }

    private static int command(Path data, String... arguments) {
        var all = new java.util.ArrayList<>(java.util.List.of(arguments));
        all.add("--harborline.data=" + data);
        return CommandLine.run(Harborline.class, all.toArray(String[]::new));
    }

    private static long parcels(ConfigurableApplicationContext server) {
        return server.getBean(org.harborline.platform.Sql.class)
                .of("SELECT count(*) FROM journal.entry WHERE fact_type = 'test.parcel-sent'")
                .query(Long.class)
                .single();
    }

    @Test
    void aCopyTakenUnderLoadHoldsEverythingAcknowledgedBeforeIt() throws Exception {
        Path data = directory.resolve("original");
        Path copy = directory.resolve("copy");
        Path elsewhere = directory.resolve("elsewhere");
        long before = backedUpUnderLoad(data, copy);
        refusesWithoutTheRightKeys(copy, elsewhere);

        assertThat(command(data, "export-keys", "--to", elsewhere + ".keys")).isZero();
        refusesADamagedFile(copy, elsewhere);
        refusesToReplaceOtherHeads(copy, elsewhere);
        assertThat(command(elsewhere, "restore", "--from", copy.toString())).isZero();
        assertThat(command(elsewhere, "prove")).isZero();
        try (var restored = start(elsewhere)) {
            Eventually.holds(() -> assertThat(parcels(restored)).isGreaterThanOrEqualTo(before));
        }
        assertThat(command(elsewhere, "prove")).isZero();
    }

    /// Sends parcels all the while.
    ///
    /// @return how many were acknowledged before the backup began
    private static long backedUpUnderLoad(Path data, Path copy) throws InterruptedException {
        try (var server = start(data)) {
            var sent = new AtomicLong();
            var stop = new AtomicBoolean();
            var transactions = server.getBean(Transactions.class);
            var journal = server.getBean(Journal.class);
            Thread writer = Thread.ofPlatform().start(() -> {
                while (!stop.get()) {
                    long parcel = sent.get() + 1;
                    transactions.run(() -> journal.record(Actor.system("backup-tests"), new ParcelSent(parcel)));
                    sent.set(parcel);
                }
            });
            Eventually.holds(() -> assertThat(sent.get()).isGreaterThan(200));
            long before = sent.get();
            assertThat(command(data, "backup", "--to", copy.toString())).isZero();
            assertThat(sent.get()).as("the server went on writing").isGreaterThan(before);
            stop.set(true);
            writer.join();
            assertThat(command(data, "prove")).isZero();
            return before;
        }
    }

    private void refusesWithoutTheRightKeys(Path copy, Path elsewhere) throws IOException {
        assertThat(command(elsewhere, "restore", "--from", copy.toString()))
                .as("without keys")
                .isEqualTo(1);
        assertThat(elsewhere).doesNotExist();

        Path other = directory.resolve("other");
        start(other).close();
        assertThat(command(other, "export-keys", "--to", elsewhere + ".keys")).isZero();
        assertThat(command(elsewhere, "restore", "--from", copy.toString()))
                .as("with other keys")
                .isEqualTo(1);
        assertThat(elsewhere).doesNotExist();
        deleteKeys(Path.of(elsewhere + ".keys"));
    }

    private void refusesADamagedFile(Path copy, Path elsewhere) throws IOException {
        Path control = copy.resolve("database/global/pg_control");
        byte[] sound = Files.readAllBytes(control);
        byte[] damaged = sound.clone();
        damaged[40] ^= 1;
        Files.write(control, damaged);
        assertThat(command(elsewhere, "restore", "--from", copy.toString())).isEqualTo(1);
        assertThat(directory)
                .as("nothing half-filled stays")
                .isDirectoryNotContaining(path -> path.getFileName().toString().startsWith("elsewhere")
                        && !path.getFileName().toString().equals("elsewhere.keys"));
        Files.write(control, sound);
    }

    private static void refusesToReplaceOtherHeads(Path copy, Path elsewhere) throws IOException {
        Path heads = Files.createDirectory(Path.of(elsewhere + ".heads"));
        Path newer = Files.writeString(heads.resolve("journal-heads"), "of later than the backup");
        assertThat(command(elsewhere, "restore", "--from", copy.toString())).isEqualTo(1);
        assertThat(elsewhere).doesNotExist();
        assertThat(newer).hasContent("of later than the backup");
        Files.delete(newer);
        Files.delete(heads);
    }

    private static void deleteKeys(Path keys) throws IOException {
        try (var files = Files.list(keys)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Files.delete(file);
            }
        }
        Files.delete(keys);
    }
}
