// SPDX-License-Identifier: Apache-2.0
package org.harborline.platform.outbound;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookSigningException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import org.harborline.platform.Mode;
import org.harborline.platform.Settings;
import org.harborline.platform.outbound.WebhookAnswer.Outcome;
import org.springframework.stereotype.Component;

/// Posts to listed hosts only, follows no redirect and reads no answer body.
@Component
class SignedWebhooks implements Webhooks {

    private static final int HIGHEST_PORT = 65_535;

    private final Settings.Outbound settings;
    private final Mode mode;
    private final Clock clock;
    private final HttpClient client;

    SignedWebhooks(Settings settings, Mode mode, Clock clock) {
        this.settings = settings.outbound();
        this.mode = mode;
        this.clock = clock;
        this.client = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NEVER)
                .proxy(HttpClient.Builder.NO_PROXY)
                .connectTimeout(this.settings.timeout())
                .build();
    }

    @Override
    public boolean accepts(URI to) {
        return isListed(to) && isSafe(to);
    }

    @Override
    public WebhookAnswer call(Message message) {
        if (!isListed(message.to())) {
            return new WebhookAnswer(Outcome.NOT_LISTED, 0);
        }
        if (!isSafe(message.to())) {
            return new WebhookAnswer(Outcome.NOT_SAFE, 0);
        }
        // A name that changes its address between this look and the call gains nothing: over https the machine inside
        // would need the certificate of that name before a byte of the message is sent.
        if (message.outside() && mode == Mode.PRODUCTION && !leadsOutside(message.to())) {
            return new WebhookAnswer(Outcome.NOT_OUTSIDE, 0);
        }
        return send(message);
    }

    private WebhookAnswer send(Message message) {
        try {
            int status = client.send(request(message), _ -> new UnreadBody()).statusCode();
            return new WebhookAnswer(Outcome.ANSWERED, status);
        } catch (HttpTimeoutException late) {
            return new WebhookAnswer(Outcome.TOO_SLOW, 0);
        } catch (IOException failed) {
            return new WebhookAnswer(Outcome.UNREACHABLE, 0);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new Undelivered("stopped while sending", stopped);
        }
    }

    private HttpRequest request(Message message) {
        long seconds = clock.instant().getEpochSecond();
        return HttpRequest.newBuilder(message.to())
                .timeout(settings.timeout())
                .header("Content-Type", "application/json")
                .header("webhook-id", message.id())
                .header("webhook-timestamp", Long.toString(seconds))
                .header("webhook-signature", signatures(message, seconds))
                .POST(HttpRequest.BodyPublishers.ofString(message.json()))
                .build();
    }

    private static String signatures(Message message, long seconds) {
        List<String> signatures = new ArrayList<>();
        for (String secret : message.secrets()) {
            try {
                signatures.add(new Webhook(secret).sign(message.id(), seconds, message.json()));
            } catch (WebhookSigningException unusable) {
                throw new Undelivered("a secret cannot sign", unusable);
            }
        }
        return String.join(" ", signatures);
    }

    private boolean isListed(URI to) {
        String host = to.getHost();
        return host != null
                && to.getUserInfo() == null
                && to.getPort() <= HIGHEST_PORT
                && settings.hosts().contains(host);
    }

    private boolean isSafe(URI to) {
        return "https".equals(to.getScheme())
                || (mode == Mode.SANDBOX && "http".equals(to.getScheme()) && isLoopback(to.getHost()));
    }

    private static boolean isLoopback(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException unknown) {
            return false;
        }
    }

    /// Every address of the name is one of the open network.
    private static boolean leadsOutside(URI to) {
        try {
            return Arrays.stream(InetAddress.getAllByName(to.getHost())).allMatch(OpenNetwork::has);
        } catch (UnknownHostException unknown) {
            return true; // cannot be reached, which the call will say
        }
    }

    /// The answer's body, of which nothing is taken: a receiver cannot keep the caller busy with it.
    private static final class UnreadBody implements HttpResponse.BodySubscriber<Void> {
        private final CompletableFuture<Void> body = new CompletableFuture<>();

        @Override
        public CompletionStage<Void> getBody() {
            return body;
        }

        @Override
        public void onSubscribe(Flow.Subscription subscription) {
            subscription.cancel();
            end();
        }

        @Override
        public void onNext(List<ByteBuffer> unread) {
            end();
        }

        @Override
        public void onError(Throwable failed) {
            end();
        }

        @Override
        public void onComplete() {
            end();
        }

        @SuppressWarnings("NullAway") // a body that is not there
        private void end() {
            body.complete(null);
        }
    }
}
