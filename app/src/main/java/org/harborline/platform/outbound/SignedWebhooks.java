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
import java.time.Clock;
import org.harborline.platform.Mode;
import org.harborline.platform.Settings;
import org.springframework.stereotype.Component;

/// Posts to listed hosts only, follows no redirect and reads no answer body.
@Component
class SignedWebhooks implements Webhooks {

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
                .connectTimeout(this.settings.timeout())
                .build();
    }

    @Override
    public boolean accepts(URI to) {
        return isListed(to) && isSafe(to);
    }

    @Override
    public void post(URI to, String secret, String id, String json) {
        requireListed(to);
        long seconds = clock.instant().getEpochSecond();
        try {
            var request = HttpRequest.newBuilder(to)
                    .timeout(settings.timeout())
                    .header("Content-Type", "application/json")
                    .header("webhook-id", id)
                    .header("webhook-timestamp", Long.toString(seconds))
                    .header("webhook-signature", new Webhook(secret).sign(id, seconds, json))
                    .POST(HttpRequest.BodyPublishers.ofString(json))
                    .build();
            int status =
                    client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
            if (status / 100 != 2) {
                throw new Undelivered("the receiver answered " + status);
            }
        } catch (IOException | WebhookSigningException failed) {
            throw new Undelivered(
                    "the receiver cannot be reached: " + failed.getClass().getSimpleName(), failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new Undelivered("stopped while sending", stopped);
        }
    }

    private void requireListed(URI to) {
        if (!isListed(to)) {
            throw new Undelivered("the host is not listed in harborline.outbound.hosts");
        }
        if (!isSafe(to)) {
            throw new Undelivered("a webhook needs https");
        }
    }

    private boolean isListed(URI to) {
        String host = to.getHost();
        return host != null && to.getUserInfo() == null && settings.hosts().contains(host);
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
}
