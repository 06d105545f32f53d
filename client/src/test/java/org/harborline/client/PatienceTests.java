// SPDX-License-Identifier: Apache-2.0
package org.harborline.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpHeaders;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PatienceTests {

    private final FakePace pace = new FakePace();
    private final Patience patience = new Patience(pace, Duration.ofMinutes(1));

    @Test
    void readsAMomentByTheClockOfTheServer() {
        assertThat(asked("Fri, 20 Nov 2026 11:00:09 GMT", "Fri, 20 Nov 2026 11:00:00 GMT"))
                .contains(Duration.ofSeconds(9));
        assertThat(asked("Fri, 20 Nov 2026 12:00:09 GMT", null)).contains(Duration.ofSeconds(9));
        assertThat(asked("tomorrow", null)).isEmpty();
        assertThat(patience.asked(HttpHeaders.of(Map.of(), (_, _) -> true))).isEmpty();
    }

    private Optional<Duration> asked(String after, String date) {
        Map<String, List<String>> headers = date == null
                ? Map.of("Retry-After", List.of(after))
                : Map.of("Retry-After", List.of(after), "Date", List.of(date));
        return patience.asked(HttpHeaders.of(headers, (_, _) -> true));
    }

    @Test
    void aMomentThatIsOverShortensNoPause() throws InterruptedException {
        assertThat(patience.pause(Optional.of(Duration.ofHours(-1)))).isTrue();

        assertThat(pace.slept).containsExactly(Duration.ofMillis(250));
    }

    @Test
    void neverSleepsBeyondTheDeadline() throws InterruptedException {
        assertThat(patience.pause(Optional.of(Duration.ofSeconds(59)))).isTrue();
        assertThat(patience.left()).isLessThan(Duration.ofSeconds(1)).isPositive();

        assertThat(patience.pause(Optional.of(Duration.ofSeconds(1)))).isFalse();
        assertThat(pace.slept).hasSize(1);
    }
}
