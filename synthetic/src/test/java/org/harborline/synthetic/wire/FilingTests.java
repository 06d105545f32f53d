// SPDX-License-Identifier: Apache-2.0
package org.harborline.synthetic.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.harborline.synthetic.FakeServer.Mishap.ANSWER_LOST;
import static org.harborline.synthetic.FakeServer.Mishap.CALL_LOST;
import static org.harborline.synthetic.FakeServer.Mishap.FORGOTTEN;
import static org.harborline.synthetic.FakeServer.Mishap.GATEWAY_ERROR;
import static org.harborline.synthetic.FakeServer.Mishap.INVALID;
import static org.harborline.synthetic.FakeServer.Mishap.SERVER_ERROR;
import static org.harborline.synthetic.reports.ReportBuilder.aReport;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.harborline.synthetic.FakeServer;
import org.harborline.synthetic.FakeServer.Mishap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FilingTests {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String XML = aReport().xml();

    private final FakeServer server = new FakeServer();
    private final Provider provider = Provider.at(server.address(), "demo-provider", "demo-provider");
    private final Filing filing = new Filing(Steps.UNNOTED, PATIENCE);

    @AfterEach
    void close() {
        provider.close();
        server.close();
    }

    @Test
    void filesAReport() throws Exception {
        assertThat(filing.file(provider, XML)).isEqualTo(new Outcome.Filed(1_001));

        assertThat(server.bodies()).containsExactly(XML);
        assertThat(server.count("finish")).isEqualTo(1);
        assertThat(filing.losses()).isEqualTo(new Filing.Losses(0, 0, 0, 0));
    }

    @Test
    void settlesAFinishWhoseAnswerWasLostAfterItWasCarriedOut() throws Exception {
        server.next("finish", ANSWER_LOST);

        assertThat(filing.file(provider, XML)).isInstanceOf(Outcome.Filed.class);

        assertThat(server.count("finish")).isEqualTo(1);
        assertThat(server.calls("submit")).isEqualTo(1);
        assertThat(server.calls("finish")).isEqualTo(2);
        assertThat(filing.losses()).isEqualTo(new Filing.Losses(0, 1, 1, 1));
    }

    @Test
    void settlesAFinishThatWasLostBeforeItWasCarriedOut() throws Exception {
        server.next("finish", CALL_LOST, CALL_LOST);

        assertThat(filing.file(provider, XML)).isInstanceOf(Outcome.Filed.class);

        assertThat(server.count("finish")).isEqualTo(1);
        assertThat(filing.losses()).isEqualTo(new Filing.Losses(0, 2, 1, 2));
    }

    @Test
    void sendsAgainWhenItDoesNotKnowWhetherAReportWasOpened() throws Exception {
        server.next("submit", ANSWER_LOST);

        assertThat(filing.file(provider, XML)).isInstanceOf(Outcome.Filed.class);

        assertThat(server.count("open")).isEqualTo(1);
        assertThat(server.count("finish")).isEqualTo(1);
        assertThat(filing.losses().ambiguousSubmits()).isEqualTo(1);
    }

    @Test
    void triesAgainAfterTheServersOwnTrouble() throws Exception {
        server.next("submit", SERVER_ERROR, GATEWAY_ERROR).next("finish", GATEWAY_ERROR, SERVER_ERROR);

        assertThat(filing.file(provider, XML)).isInstanceOf(Outcome.Filed.class);

        assertThat(server.count("finish")).isEqualTo(1);
        assertThat(server.count("open")).isZero();
        assertThat(filing.losses()).isEqualTo(new Filing.Losses(0, 0, 0, 4));
    }

    @Test
    void doesNotRepeatWhatTheServerRefuses() throws Exception {
        server.next("submit", INVALID);

        assertThat(filing.file(provider, XML)).isInstanceOfSatisfying(Outcome.Refused.class, refused -> {
            assertThat(refused.answer().code()).isEqualTo(4_100);
            assertThat(refused.answer().status()).isEqualTo(400);
            assertThat(refused.answer().description()).isEqualTo("Code 4100");
        });
        assertThat(server.calls("submit")).isEqualTo(1);
        assertThat(server.calls("finish")).isZero();
    }

    @Test
    void saysSoWhenTheServerForgotAnOpenReport() throws Exception {
        server.next("finish", FORGOTTEN);

        assertThat(filing.file(provider, XML)).isEqualTo(new Outcome.Unsettled(1_001));
        assertThat(server.calls("finish")).isEqualTo(1);
    }

    @Test
    void leavesAFinishOpenWhenPatienceEnds() throws Exception {
        var impatient = new Filing(Steps.UNNOTED, Duration.ZERO);
        server.next("finish", ANSWER_LOST);

        assertThat(impatient.file(provider, XML)).isEqualTo(new Outcome.Unsettled(1_001));
        assertThat(server.calls("finish")).isEqualTo(1);
    }

    @Test
    void doubtsNothingWhenTheServerWasNeverReached() throws Exception {
        server.close();
        var impatient = new Filing(Steps.UNNOTED, Duration.ofSeconds(3));

        assertThat(impatient.file(provider, XML)).isInstanceOf(Outcome.Unreached.class);
        assertThat(impatient.losses().ambiguousSubmits()).isZero();
        assertThat(impatient.losses().pauses()).isPositive();
    }

    @Test
    void waitsNoLongerOnceStopped() throws Exception {
        server.close();
        filing.stop();

        long start = System.nanoTime();
        assertThat(filing.file(provider, XML)).isInstanceOf(Outcome.Unreached.class);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(PATIENCE.dividedBy(2));
    }

    @Test
    void notesEachStepBeforeTheNext(@TempDir Path folder) throws Exception {
        var file = folder.resolve("ledger");
        Files.writeString(file, "opened 7\n");
        server.next("finish", ANSWER_LOST);
        try (var ledger = Ledger.appendingTo(file)) {
            assertThat(new Filing(ledger, PATIENCE).file(provider, XML)).isEqualTo(new Outcome.Filed(1_001));
        }

        assertThat(Files.readAllLines(file))
                .containsExactly("opened 7", "opened 1001", "finishing 1001", "finished 1001");
    }

    @Test
    void doesNotFinishWhatItCouldNotNote() {
        Steps full = new Steps() {
            @Override
            public void opened(long reportId) throws IOException {
                throw new IOException("no space");
            }

            @Override
            public void finishing(long reportId) {}

            @Override
            public void finished(long reportId) {}
        };

        assertThatThrownBy(() -> new Filing(full, PATIENCE).file(provider, XML))
                .isInstanceOf(UncheckedIOException.class);
        assertThat(server.calls("finish")).isZero();
    }

    @Test
    void readsTheCodesOfFinishAndRetract() throws Exception {
        long filed = provider.submit(XML).reportId().orElseThrow();
        long taken = provider.submit(XML).reportId().orElseThrow();

        assertThat(provider.status().code()).isZero();
        assertThat(provider.finish(filed).code()).isZero();
        assertThat(provider.finish(filed).code()).isEqualTo(5_102);
        assertThat(provider.retract(filed).code()).isEqualTo(5_102);
        assertThat(provider.retract(taken).code()).isZero();
        assertThat(provider.retract(taken).code()).isEqualTo(5_101);
        assertThat(provider.finish(taken).code()).isEqualTo(5_101);
        assertThat(provider.finish(99).code()).isEqualTo(5_001);
    }

    @Test
    void takesAnEmptyRefusalForWhatItIs() throws Exception {
        try (var stranger = Provider.at(server.address(), "demo-provider", "wrong")) {
            var answer = stranger.status();

            assertThat(answer.status()).isEqualTo(401);
            assertThat(answer.code()).isEqualTo(Answer.NO_CODE);
            assertThat(answer.succeeded()).isFalse();
            assertThat(new Filing(Steps.UNNOTED, PATIENCE).file(stranger, XML)).isInstanceOf(Outcome.Refused.class);
        }
        assertThat(server.calls("submit")).isEqualTo(1);
    }

    @Test
    void losesNoReportWhateverIsLostOnTheWay() throws Exception {
        var everySecond = new Mishap[] {ANSWER_LOST, Mishap.NONE, CALL_LOST, Mishap.NONE, SERVER_ERROR, Mishap.NONE};
        server.next("submit", everySecond).next("finish", everySecond);

        for (int i = 0; i < 6; i++) {
            assertThat(filing.file(provider, XML)).isInstanceOf(Outcome.Filed.class);
        }

        assertThat(server.count("finish")).isEqualTo(6);
    }
}
