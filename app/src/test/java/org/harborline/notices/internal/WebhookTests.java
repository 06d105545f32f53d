// SPDX-License-Identifier: Apache-2.0
package org.harborline.notices.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.junit5.WireMockRuntimeInfo;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import com.standardwebhooks.exceptions.WebhookSigningException;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.harborline.intake.ReportNumber;
import org.harborline.journal.ledgers.Ledger;
import org.harborline.notices.Endpoint;
import org.harborline.notices.EndpointMessage;
import org.harborline.notices.EndpointMessage.Way;
import org.harborline.notices.NoticesProblem;
import org.harborline.platform.Actor;
import org.harborline.platform.PlatformProblem;
import org.harborline.platform.testing.Eventually;
import org.harborline.registry.ProviderId;
import org.junit.jupiter.api.Test;

/// Messages over the wire to a receiver of a company, and who may do what with them.
class WebhookTests extends WebhookCase {

    @Test
    void aChangeOfStateReachesTheSenderSignedAndSaysNothingElse(WireMockRuntimeInfo receiver)
            throws WebhookSigningException {
        ReportNumber report = director.file(company);
        director.read(report);

        Eventually.holds(() -> assertThat(only().way()).isEqualTo(Way.DELIVERED));
        assertThat(calls(receiver)).hasSize(1);
        LoggedRequest call = calls(receiver).getFirst();
        assertThat(call.getBodyAsString())
                .isEqualTo("{\"type\":\"report.state-changed\",\"timestamp\":\"" + clock.instant()
                        + "\",\"data\":{\"report\":" + report + ",\"state\":\"read\"}}");
        assertThat(call.getHeader("webhook-id")).isEqualTo(only().id().toString());
        verify(call, secret);
        assertThat(only().attempts())
                .extracting(EndpointMessage.Attempt::status)
                .containsExactly(200);
    }

    @Test
    void everyChangeThatWasToBeToldIsSomewhere() {
        director.read(director.file(company));
        ProviderId silent = director.company();
        director.read(director.file(silent));

        Eventually.holds(() -> assertThat(only().way()).isEqualTo(Way.DELIVERED));
        assertThat(endpoints.messages(Stage.of(silent), silent, false, null, 10))
                .isEmpty();
        assertThat(side(Ledger.Side.LEFT)).isPositive().isEqualTo(side(Ledger.Side.RIGHT));
        assertThat(ledger.ids("to-tell", "", 10_000)).containsAll(ledger.ids("delivered", "", 10_000));

        messages.insert(List.of(message(-17)));
        assertThat(side(Ledger.Side.RIGHT)).as("one too many shows").isEqualTo(side(Ledger.Side.LEFT) + 1);
        assertThat(ledger.ids("waiting", "", 10_000)).contains("-17 READ");
        transactions.run(() -> endpoints.remove(sender, company));
        assertThat(ledger.ids("cancelled", "", 10_000)).contains("-17 READ");
        drop(-17);
    }

    private long side(Ledger.Side side) {
        return ledger.counts().stream()
                .filter(count -> count.side() == side)
                .mapToLong(Ledger.Count::value)
                .sum();
    }

    @Test
    void whatIsToldLaterShowsToNobodyBefore() {
        messages.insert(List.of(message(-26)));

        assertThat(endpoints.messages(sender, company, false, null, 10)).isEmpty();
        assertThat(endpoints.messages(STAFF, company, false, null, 10)).isEmpty();
        assertThat(only().way()).isEqualTo(Way.WAITING);
        endpoints.remove(sender, company);
        assertThat(endpoints.messages(sender, company, false, null, 10))
                .as("nor when it is cancelled before")
                .isEmpty();
        drop(-26);
    }

    @Test
    void bothSecretsSignForADayAndAThirdIsNotMadeMeanwhile(WireMockRuntimeInfo receiver)
            throws WebhookSigningException {
        String fresh = endpoints.rotate(sender, company);
        assertThat(fresh).isNotEqualTo(secret).startsWith("whsec_");

        assertThat(endpoints.ping(sender, company).isTaken()).isTrue();

        LoggedRequest call = calls(receiver).getFirst();
        assertThat(call.getBodyAsString()).contains("\"type\":\"ping\"");
        verify(call, fresh);
        verify(call, secret);
        refused(NoticesProblem.SECRET_CHANGING, () -> endpoints.rotate(sender, company));
        EndpointTable.Row row = table.find(company.value()).orElseThrow();
        assertThat(seals.open(row, clock.instant().plus(Endpoint.OVERLAP)).secrets())
                .containsExactly(fresh);

        endpoints.dropOldSecret(sender, company);
        assertThat(seals.open(table.find(company.value()).orElseThrow(), clock.instant())
                        .secrets())
                .as("a secret that leaked signs no day longer")
                .containsExactly(fresh);
        refused(PlatformProblem.NOT_FOUND, () -> endpoints.dropOldSecret(sender, company));
        assertThat(endpoints.rotate(sender, company)).isNotEqualTo(fresh);
    }

    @Test
    void onlyItsOwnCompanySetsAnEndpointAndOthersFindNone(WireMockRuntimeInfo receiver) {
        Actor stranger = Stage.of(director.company());
        URI address = address(receiver);

        refused(PlatformProblem.NOT_FOUND, () -> endpoints.put(stranger, company, address));
        refused(PlatformProblem.NOT_FOUND, () -> endpoints.find(stranger, company));
        refused(PlatformProblem.NOT_FOUND, () -> endpoints.messages(stranger, company, false, null, 1));
        refused(PlatformProblem.NOT_FOUND, () -> endpoints.replaySince(stranger, company, Instant.EPOCH));
        refused(PlatformProblem.NOT_FOUND, () -> endpoints.remove(stranger, company));
        refused(PlatformProblem.NOT_FOUND, () -> endpoints.list(stranger));
        refused(PlatformProblem.NOT_FOUND, () -> endpoints.put(STAFF, company, address));
        refused(PlatformProblem.NOT_FOUND, () -> endpoints.rotate(STAFF, company));
        refused(PlatformProblem.NOT_FOUND, () -> endpoints.dropOldSecret(stranger, company));
        refused(PlatformProblem.NOT_FOUND, () -> endpoints.ping(STAFF, company));
        refused(PlatformProblem.NOT_FOUND, () -> endpoints.replay(sender, company, new UUID(0, 1)));
    }

    @Test
    void anAddressThatIsNotListedIsNotTaken() {
        for (String address : List.of(
                "http://169.254.169.254/",
                "https://elsewhere.example/h",
                "ftp://127.0.0.1/x",
                "https://127.0.0.1:65536/",
                "h")) {
            refused(NoticesProblem.ADDRESS_NOT_TAKEN, () -> endpoints.put(sender, company, URI.create(address)));
        }
    }

    @Test
    void takingAnEndpointAwayCancelsWhatIsOnItsWayAndNothingIsToldAfterwards(WireMockRuntimeInfo receiver) {
        messages.insert(List.of(message(-25)));
        endpoints.remove(sender, company);
        director.settle();

        assertThat(only().way()).isEqualTo(Way.CANCELLED);
        director.read(director.file(company));
        assertThat(only().way()).isEqualTo(Way.CANCELLED);
        assertThat(calls(receiver)).isEmpty();
        drop(-25);
    }
}
