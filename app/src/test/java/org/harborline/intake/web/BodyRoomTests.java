// SPDX-License-Identifier: Apache-2.0
package org.harborline.intake.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.harborline.intake.WireCode;
import org.harborline.intake.web.BoundedBody.Refused;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;

class BodyRoomTests {

    private static final int PIECE = 8192;

    private final BodyRoom impatient = new BodyRoom(Duration.ZERO);

    @Test
    void takesNoMemoryForWhatIsOnlyAnnounced() throws Refused {
        var request = new MockHttpServletRequest() {
            @Override
            public long getContentLengthLong() {
                return BoundedBody.REPORT;
            }
        };
        request.setContent(new byte[10]);
        BoundedBody.read(request, BoundedBody.REPORT);
        var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        BoundedBody.read(request, BoundedBody.REPORT);
        assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(1024 * 1024);
    }

    private MockHttpServletRequest sending(int size) {
        var request = new MockHttpServletRequest();
        request.setContent(new byte[size]);
        return request;
    }

    private byte[] read(BodyRoom room, int size, List<BodyRoom.Visit> visits) throws Refused {
        var request = sending(size);
        visits.add(room.enter(request));
        return BoundedBody.read(request, BoundedBody.REPORT);
    }

    @Test
    void asksASenderToComeAgainWhenThereIsNoRoomAndTakesItAfterwards() throws Refused {
        List<BodyRoom.Visit> visits = new ArrayList<>();
        read(impatient, BoundedBody.REPORT, visits);
        read(impatient, BoundedBody.REPORT, visits);

        Refused refused = catchThrowableOfType(Refused.class, () -> read(impatient, BoundedBody.REPORT, visits));
        assertThat(refused.answer().code()).isEqualTo(WireCode.SERVER_ERROR);
        assertThat(refused.arrived()).isNotEmpty();

        visits.forEach(BodyRoom.Visit::close);
        assertThat(read(impatient, BoundedBody.REPORT, visits)).hasSize(BoundedBody.REPORT);
    }

    @Test
    void neverLetsASmallBodyWaitForLargeOnes() throws Refused {
        List<BodyRoom.Visit> visits = new ArrayList<>();
        read(impatient, BoundedBody.REPORT, visits);
        read(impatient, BoundedBody.REPORT, visits);
        for (int i = 0; i < 20; i++) {
            assertThat(read(impatient, BodyRoom.SMALL, visits)).hasSize(BodyRoom.SMALL);
        }
    }

    @Test
    void countsWhatHasComeAndNotWhatWillCome() {
        for (int i = 0; i < 1000; i++) {
            assertThat(impatient.enter(sending(0)).makesRoom(PIECE)).isTrue();
        }
    }

    @Test
    void letsOnlyOneBodyGoBeyondTheRoom() {
        var narrow = new BodyRoom(Duration.ZERO, PIECE);
        assertThat(narrow.enter(sending(0)).makesRoom(PIECE)).isTrue();
        var favoured = narrow.enter(sending(0));
        assertThat(favoured.makesRoom(PIECE)).isTrue();
        assertThat(narrow.enter(sending(0)).makesRoom(PIECE)).isFalse();
        assertThat(favoured.makesRoom(PIECE)).isTrue();
        favoured.close();
        assertThat(narrow.enter(sending(0)).makesRoom(PIECE)).isTrue();
    }

    @Test
    void bringsEveryBodyToItsEndThoughTogetherTheyAreTooLarge() throws InterruptedException, ExecutionException {
        var narrow = new BodyRoom(Duration.ofSeconds(60), BoundedBody.REPORT);
        int senders = 10;
        int part = BoundedBody.REPORT / senders;
        var full = new CountDownLatch(senders);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Boolean>> all = new ArrayList<>();
            for (int i = 0; i < senders; i++) {
                all.add(threads.submit(() -> {
                    try (var visit = narrow.enter(sending(0))) {
                        boolean room = visit.makesRoom(part);
                        full.countDown();
                        // all have begun, and together they have taken everything
                        full.await();
                        for (int come = part; come < BoundedBody.REPORT; come += part) {
                            room &= visit.makesRoom(part);
                        }
                        return room && visit.isTurn(BoundedBody.REPORT);
                    }
                }));
            }
            for (Future<Boolean> one : all) {
                assertThat(one.get()).isTrue();
            }
        }
    }
}
