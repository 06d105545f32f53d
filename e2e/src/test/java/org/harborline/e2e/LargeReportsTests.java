// SPDX-License-Identifier: Apache-2.0
package org.harborline.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.harborline.synthetic.server.Installation;
import org.harborline.synthetic.server.RunningServer;
import org.harborline.synthetic.wire.Answer;
import org.harborline.synthetic.wire.Provider;
import org.junit.jupiter.api.Test;

/// Many of the largest reports at one time, on a server with the memory that it is given everywhere.
class LargeReportsTests {

    private static final int AT_ONCE = 20;
    private static final int TAKEN = 0;
    private static final int LATER = 1000;

    @Test
    void smallReportsAreTakenWhileTwentyOfTheLargestCome()
            throws IOException, InterruptedException, ExecutionException {
        String large = report("<ipCaptureEvent><ipAddress>192.0.2.1</ipAddress></ipCaptureEvent>".repeat(45_000));
        try (var server = RunningServer.start(Packaged.server(), Installation.temporary());
                var provider = Provider.at(server.address(), "demo-provider", "demo-provider");
                var senders = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Answer>> sent = new ArrayList<>();
            for (int i = 0; i < AT_ONCE; i++) {
                sent.add(senders.submit(() -> provider.submit(large)));
            }
            int small = 0;
            while (small == 0 || !sent.stream().allMatch(Future::isDone)) {
                long began = System.nanoTime();
                assertThat(provider.submit(report("")).code()).isEqualTo(TAKEN);
                assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(15));
                small++;
            }
            List<Integer> codes = new ArrayList<>();
            for (Future<Answer> answer : sent) {
                codes.add(answer.get().code());
            }
            assertThat(codes).contains(TAKEN).isSubsetOf(TAKEN, LATER);
            assertThat(provider.submit(large).code()).isEqualTo(TAKEN);
            assertThat(Files.readString(server.installation().log())).doesNotContain("OutOfMemoryError");
        }
    }

    private static String report(String addresses) {
        return "<report><incidentSummary><incidentType>Child Sex Tourism</incidentType>"
                + "<incidentDateTime>2026-01-20T08:15:00Z</incidentDateTime></incidentSummary>"
                + "<reporter><reportingPerson><email>desk@provider.example</email></reportingPerson></reporter>"
                + "<personOrUserReported><espIdentifier>sample-17</espIdentifier>" + addresses
                + "</personOrUserReported>"
                + (addresses.isEmpty()
                        ? ""
                        : "<additionalInfo>" + "[synthetic narrative 17] ".repeat(70_000) + "</additionalInfo>")
                + "</report>";
    }
}
