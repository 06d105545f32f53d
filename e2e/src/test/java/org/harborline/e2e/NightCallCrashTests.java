// SPDX-License-Identifier: Apache-2.0
package org.harborline.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.harborline.synthetic.reports.ReportBuilder.aReport;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.harborline.synthetic.server.Backlog;
import org.harborline.synthetic.server.Installation;
import org.harborline.synthetic.server.RunningServer;
import org.harborline.synthetic.server.Waiting;
import org.harborline.synthetic.wire.Filing;
import org.harborline.synthetic.wire.Outcome;
import org.harborline.synthetic.wire.Provider;
import org.harborline.synthetic.wire.Steps;
import org.junit.jupiter.api.Test;

/// A correction that takes back what may send somebody to a door, in a night in which the server is killed: whoever is
/// to be called is called, and nobody is called any more once the agency has it before it.
class NightCallCrashTests {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /// A job whose server was killed while it ran is taken up again when its heartbeat has been missed often enough.
    private static final Duration TAKEN_UP_AGAIN = Duration.ofMinutes(4);

    private static final String ROUNDS = "SELECT count(*) FROM referral.night_call_round";
    private static final String REFERRALS = withTheAgency("REFERRAL");
    private static final String SUPPLEMENTS = withTheAgency("SUPPLEMENT");
    private static final String ON_DUTY = "duty-a@clearinghouse.example";

    private final ServerSetup smtp = new ServerSetup(freePort(), "127.0.0.1", ServerSetup.PROTOCOL_SMTP);
    private final GreenMail mail = new GreenMail(smtp);

    @Test
    void losesNoCallWhenTheServerIsKilled() throws IOException, InterruptedException, SQLException {
        var installation = Installation.temporary();
        try (var server = RunningServer.start(
                Packaged.server().forShortLives(),
                installation,
                "--harborline.referral.call-every=5s",
                "--spring.mail.host=127.0.0.1",
                "--spring.mail.port=" + smtp.getPort(),
                "--harborline.outbound.mail-from=duty@clearinghouse.example")) {
            correctAndKillAtOnce(server);
            assertThat(openCalls(server)).as("the call outlives the server").isNotEmpty();

            // no mail could leave before
            mail.start();
            server.restart();
            assertThat(Waiting.until(TAKEN_UP_AGAIN, this::isCalled))
                    .as("people on duty are called")
                    .isTrue();

            server.kill();
            long before = count(server, ROUNDS);
            assertThat(before).isPositive();
            server.restart();
            assertThat(Waiting.until(TAKEN_UP_AGAIN, () -> count(server, ROUNDS) > before + 1))
                    .as("the calls go on")
                    .isTrue();

            // another package may rest on the link too, and its call come after the first blow
            open(server, openCalls(server));
            assertThat(Waiting.until(PATIENCE, () -> openCalls(server).isEmpty()))
                    .isTrue();
            long heard = count(server, ROUNDS);
            Waiting.pause(Duration.ofSeconds(12));
            assertThat(count(server, ROUNDS)).as("nobody is called any more").isEqualTo(heard);
        } finally {
            mail.stop();
            installation.delete();
        }
    }

    /// A report goes to an agency, and a later one of the same mailbox follows it there by itself; then their link is
    /// cut, and the server dies when the call about it has just been written down.
    private static void correctAndKillAtOnce(RunningServer server) throws InterruptedException {
        try (var provider = Provider.at(server.address(), "demo-provider", "demo-provider");
                var browsing = Browsing.start(server.address());
                var analyst = browsing.person("analyst", "en")) {
            long older = file(server, provider);
            long newer = file(server, provider);
            Work.refer(analyst, older);
            assertThat(Waiting.until(PATIENCE, () -> count(server, REFERRALS) == 1))
                    .isTrue();
            Work.designate(analyst, newer);
            assertThat(Waiting.until(PATIENCE, () -> count(server, SUPPLEMENTS) == 1))
                    .isTrue();
            caughtUp(server);
            analyst.go("/reports/" + newer + "/links/" + older);
            analyst.page().locator("#cut-reason").selectOption("SHARED");
            analyst.press("Cut this link");

            assertThat(Waiting.until(PATIENCE, () -> !openCalls(server).isEmpty()))
                    .isTrue();
            server.kill();
        }
    }

    private static long file(RunningServer server, Provider provider) throws InterruptedException {
        String report = aReport()
                .withEmail("night.call@mail.example")
                .locatedIn("Anchorage", "AK", "US")
                .withNarrative(61)
                .xml();
        return switch (new Filing(Steps.UNNOTED, PATIENCE).file(provider, report)) {
            case Outcome.Filed(long number) -> {
                caughtUp(server);
                yield number;
            }
            case Outcome.Refused _, Outcome.Unsettled _, Outcome.Unreached _ ->
                throw new AssertionError("the report was not filed");
        };
    }

    private static void caughtUp(RunningServer server) throws InterruptedException {
        assertThat(new Backlog(server.installation()).awaitNone(PATIENCE)).isTrue();
    }

    private boolean isCalled() {
        return Arrays.stream(mail.getReceivedMessages()).anyMatch(message -> {
            try {
                return message.getAllRecipients()[0].toString().equals(ON_DUTY);
            } catch (MessagingException unreadable) {
                throw new IllegalStateException(unreadable);
            }
        });
    }

    /// An officer of the agency opens what it is called about.
    private static void open(RunningServer server, List<String> corrections) {
        try (var browsing = Browsing.start(server.address());
                var agency = browsing.person("agency", "en")) {
            corrections.forEach(one -> agency.go("/agency/packages/" + one));
        }
    }

    /// The corrections that people are called about.
    private static List<String> openCalls(RunningServer server) throws SQLException {
        try (var connection = server.installation().read();
                var asked = connection.prepareStatement(
                        "SELECT delivery_id FROM referral.night_call WHERE ended_at IS NULL");
                var answer = asked.executeQuery()) {
            var open = new ArrayList<String>();
            while (answer.next()) {
                open.add(answer.getString(1));
            }
            return open;
        }
    }

    private static long count(RunningServer server, String statement) throws SQLException {
        try (var connection = server.installation().read();
                var asked = connection.prepareStatement(statement);
                var answer = asked.executeQuery()) {
            return answer.next() ? answer.getLong(1) : 0;
        }
    }

    private static String withTheAgency(String kind) {
        return "SELECT count(*) FROM referral.delivery WHERE state = 'AWAITING' AND kind = '" + kind + "'";
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException cannot) {
            throw new IllegalStateException(cannot);
        }
    }
}
