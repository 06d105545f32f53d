// SPDX-License-Identifier: Apache-2.0
package org.harborline.e2e;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import org.harborline.synthetic.Synthetic;
import org.harborline.synthetic.server.Backlog;
import org.harborline.synthetic.server.Installation;
import org.harborline.synthetic.server.RunningServer;
import org.harborline.synthetic.wire.Filing;
import org.harborline.synthetic.wire.Outcome;
import org.harborline.synthetic.wire.Provider;
import org.harborline.synthetic.wire.Steps;

/// A sandbox server with sample reports and a mail server beside it, for all tests of one run.
final class Demo implements AutoCloseable {

    private static final int REPORTS = 120;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final RunningServer server;
    private final GreenMail mail;
    private final Provider provider;

    private Demo(RunningServer server, GreenMail mail) {
        this.server = server;
        this.mail = mail;
        this.provider = Provider.at(server.address(), "demo-provider", "demo-provider");
    }

    /// Starts everything and files the sample reports.
    static Demo start() throws IOException, InterruptedException {
        var mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        mail.start();
        var server = RunningServer.start(
                Packaged.server().forShortLives(),
                Installation.temporary(),
                "--spring.mail.host=127.0.0.1",
                "--spring.mail.port=" + mail.getSmtp().getPort(),
                "--harborline.outbound.mail-from=duty@clearinghouse.example",
                // prints the route table when the server starts; see Routes
                "--logging.threshold.console=debug",
                "--logging.level._org.springframework.web.servlet.HandlerMapping.Mappings=debug");
        var demo = new Demo(server, mail);
        try {
            demo.fileSamples();
            return demo;
        } catch (IOException | InterruptedException | RuntimeException failure) {
            demo.close();
            throw failure;
        }
    }

    private void fileSamples() throws IOException, InterruptedException {
        int code = Synthetic.run(
                "simulate", "--to", address().toString(), "--reports", Integer.toString(REPORTS), "--quiet");
        if (code != 0) {
            throw new IOException("the sample reports were not filed, code " + code);
        }
        awaitCaughtUp();
    }

    URI address() {
        return server.address();
    }

    Installation installation() {
        return server.installation();
    }

    /// Runs a command of the server file, such as `verify-package`.
    RunningServer.Answer command(String name, String... arguments) throws IOException, InterruptedException {
        return server.command(name, arguments);
    }

    /// Starts a second server on the data of this one.
    RunningServer.Answer startAgain() throws IOException, InterruptedException {
        return server.startAgain();
    }

    /// Everything this server has mailed.
    GreenMail mail() {
        return mail;
    }

    /// Files one report as the sample provider and waits until it has its priority.
    ///
    /// @return its number
    long file(String xml) throws InterruptedException {
        return file(provider, xml);
    }

    /// Files one report with a credential of one's own and waits until it has its priority.
    long file(Provider sender, String xml) throws InterruptedException {
        return switch (new Filing(Steps.UNNOTED, PATIENCE).file(sender, xml)) {
            case Outcome.Filed(long number) -> {
                awaitCaughtUp();
                yield number;
            }
            case Outcome.Refused(var answer) ->
                throw new AssertionError("refused with " + answer.code() + ": " + answer.description());
            case Outcome.Unsettled _, Outcome.Unreached _ -> throw new AssertionError("the server does not answer");
        };
    }

    /// Waits until every follower has taken up everything, what follows from it included.
    void awaitCaughtUp() throws InterruptedException {
        if (!new Backlog(installation()).awaitNone(PATIENCE)) {
            throw new AssertionError("followers are behind after " + PATIENCE.toSeconds() + " s");
        }
    }

    @Override
    public void close() {
        provider.close();
        server.close();
        mail.stop();
        try {
            // all that remains of it: what it said, for whoever has to find out why a test failed
            Files.copy(installation().log(), Path.of("target/server.log"), StandardCopyOption.REPLACE_EXISTING);
            installation().delete();
        } catch (IOException _) {
            // a temporary directory; what remains of it harms nobody
        }
    }
}
