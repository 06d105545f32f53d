// SPDX-License-Identifier: Apache-2.0
package org.harborline.access.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// What a browser without script does, over real HTTP: keeps cookies, sends the form token it was given, follows
/// nothing by itself.
public final class Browser {

    private static final HttpClient CLIENT =
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final String base;
    private final String address;
    private final Map<String, String> cookies = new HashMap<>();

    /// @param address where the proxy in front says the browser is
    public Browser(int port, String address) {
        this.base = "http://127.0.0.1:" + port;
        this.address = address;
    }

    public HttpResponse<String> get(String path) {
        return send(request(path).GET());
    }

    /// Gets a page with a form, then sends the form with its token.
    public HttpResponse<String> submit(String page, String path, String... fields) {
        return post(path, token(get(page)), fields);
    }

    /// Sends a form with the given token, or without one.
    public HttpResponse<String> post(String path, Optional<String> token, String... fields) {
        var pairs = new ArrayList<String>();
        token.ifPresent(value -> pairs.add(pair("_csrf", value)));
        for (var i = 0; i < fields.length; i += 2) {
            pairs.add(pair(fields[i], fields[i + 1]));
        }
        return send(request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(String.join("&", pairs))));
    }

    private static String pair(String name, String value) {
        return name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    static Optional<String> token(HttpResponse<String> page) {
        var found = TOKEN.matcher(page.body());
        return found.find() ? Optional.of(found.group(1)) : Optional.empty();
    }

    public HttpResponse<String> signIn(String name, String password) {
        return submit("/sign-in", "/sign-in", "name", name, "password", password);
    }

    private HttpRequest.Builder request(String path) {
        var request = HttpRequest.newBuilder(URI.create(base + path))
                .header("X-Forwarded-For", address)
                .header("Accept", "text/html");
        if (!cookies.isEmpty()) {
            var all = new ArrayList<String>();
            cookies.forEach((name, value) -> all.add(name + "=" + value));
            request.header("Cookie", String.join("; ", all));
        }
        return request;
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            var response = CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
            response.headers().allValues("Set-Cookie").forEach(this::keep);
            return response;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private void keep(String header) {
        var pair = header.split(";", 2)[0].split("=", 2);
        if (pair[1].isEmpty()) {
            cookies.remove(pair[0]);
        } else {
            cookies.put(pair[0], pair[1]);
        }
    }

    Optional<String> cookie(String name) {
        return Optional.ofNullable(cookies.get(name));
    }

    void plant(String name, String value) {
        cookies.put(name, value);
    }

    static List<String> cookiesSet(HttpResponse<String> response) {
        return response.headers().allValues("Set-Cookie");
    }

    static String location(HttpResponse<String> response) {
        return response.headers().firstValue("Location").orElse("").replaceFirst("^http://[^/]+", "");
    }
}
