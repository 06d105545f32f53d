// SPDX-License-Identifier: Apache-2.0
package org.harborline.synthetic.wire;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.harborline.client.Filing;
import org.harborline.client.HarborlineClient;
import org.harborline.client.HarborlineException;
import org.harborline.client.ProblemException;
import org.harborline.client.Receipt;

/// Files reports as JSON, each in one call, with the client that is published for reporting companies.
public final class OneCall {

    /// What the server may take for one try.
    private static final Duration TRYING = Duration.ofSeconds(35);

    private final Steps steps;
    private final Duration patience;
    private final Map<Provider, HarborlineClient> clients = new ConcurrentHashMap<>();

    /// @param patience how long a report is tried while the server is away or in trouble
    public OneCall(Steps steps, Duration patience) {
        this.steps = steps;
        this.patience = patience;
    }

    /// Files one report of a provider.
    ///
    /// @throws UncheckedIOException when a step could not be noted
    public Outcome file(Provider provider, String json) throws InterruptedException {
        HarborlineClient client = clients.computeIfAbsent(provider, one -> one.oneCall(patience.plus(TRYING)));
        try {
            Receipt receipt = client.file(Filing.of(json));
            steps.finished(receipt.number());
            return new Outcome.Filed(receipt.number());
        } catch (ProblemException problem) {
            return new Outcome.Refused(
                    new Answer(problem.status(), problem.code(), OptionalLong.empty(), said(problem)));
        } catch (HarborlineException _) {
            return new Outcome.Unreached();
        } catch (IOException e) {
            throw new UncheckedIOException("the ledger cannot be written", e);
        }
    }

    /// How often a report was sent again after a pause.
    public long repetitions() {
        return clients.values().stream()
                .mapToLong(HarborlineClient::repetitions)
                .sum();
    }

    private static String said(ProblemException problem) {
        return problem.faults().isEmpty()
                ? problem.detail()
                : problem.faults().stream()
                        .map(fault -> fault.pointer() + " " + fault.sentence())
                        .collect(Collectors.joining("; "));
    }
}
