// SPDX-License-Identifier: Apache-2.0
package org.harborline.synthetic.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.harborline.synthetic.wire.Ledger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PromisesTests {

    @TempDir
    private Path directory;

    @Test
    void readsWhatTheLedgerWrites() throws IOException {
        var file = directory.resolve("ledger");
        try (var ledger = Ledger.appendingTo(file)) {
            ledger.opened(1);
            ledger.finishing(1);
            ledger.finished(1);
            ledger.opened(2);
            ledger.finishing(2);
            ledger.opened(3);
        }

        var promises = Promises.in(file);

        assertThat(promises.finished()).containsExactly(1L);
        assertThat(promises.unanswered()).containsExactly(2L);
    }

    @Test
    void takesALineThatWasNeverFinishedForNothing() throws IOException {
        var file = directory.resolve("ledger");
        Files.write(file, List.of("opened 12", "finishing 12", "finishopened 13", "finished 1"));
        Files.writeString(file, "finishing 13\nfinis", java.nio.file.StandardOpenOption.APPEND);

        var promises = Promises.in(file);

        assertThat(promises.finished()).containsExactly(1L);
        assertThat(promises.unanswered()).containsExactlyInAnyOrder(12L, 13L);
    }

    @Test
    void promisesNothingBeforeTheFirstLine() throws IOException {
        assertThat(Promises.in(directory.resolve("none")).finished()).isEmpty();
    }
}
