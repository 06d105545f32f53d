// SPDX-License-Identifier: Apache-2.0
package org.harborline.journal.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HeadsFileTests {

    private static final Head FIRST = new Head(1, "a", "b", Instant.parse("2026-11-23T10:00:00Z"));
    private static final Head SECOND = new Head(2, "c", "d", Instant.parse("2026-11-23T10:00:01Z"));

    @TempDir
    Path directory;

    private HeadsFile file;

    @BeforeEach
    void oneHead() {
        file = new HeadsFile(directory);
        file.append(List.of(FIRST));
    }

    @Test
    void knowsTheLastPositionWithoutReadingWhatIsBefore() throws IOException {
        assertThat(file.lastPosition()).isEqualTo(1);
        file.append(List.of(SECOND));
        assertThat(file.lastPosition()).isEqualTo(2);

        tear();

        assertThat(file.lastPosition()).isEqualTo(2);
        Files.writeString(file.path(), "");
        assertThat(file.lastPosition()).isZero();
        Files.delete(file.path());
        assertThat(file.lastPosition()).isZero();
    }

    @Test
    void leavesOutALineThatACrashCutShort() throws IOException {
        tear();

        assertThat(file.read(file.whole())).containsExactly(FIRST);
    }

    @Test
    void goesOnAfterALineThatACrashCutShort() throws IOException {
        tear();

        file.cutTornLine();
        file.append(List.of(SECOND));

        assertThat(file.read(file.whole())).containsExactly(FIRST, SECOND);
    }

    @Test
    void cutsNothingFromAFileThatIsWhole() throws IOException {
        file.append(List.of(SECOND));

        file.cutTornLine();

        assertThat(file.read(file.whole())).containsExactly(FIRST, SECOND);
    }

    @Test
    void cutsAFileThatIsOneTornLine() throws IOException {
        Files.writeString(file.path(), SECOND.line());

        file.cutTornLine();

        assertThat(file.read(file.whole())).isEmpty();
    }

    @Test
    void cutsNothingWhereNothingWasWritten() throws IOException {
        Files.delete(file.path());

        file.cutTornLine();

        assertThat(file.exists()).isFalse();
    }

    @Test
    void refusesAnUnreadableLineBeforeTheLast() throws IOException {
        Files.writeString(file.path(), "no head\n" + SECOND.line() + "\n");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> file.read(file.whole()).toList());
    }

    private void tear() throws IOException {
        String line = SECOND.line();
        Files.writeString(file.path(), line.substring(0, line.length() / 2), StandardOpenOption.APPEND);
    }
}
