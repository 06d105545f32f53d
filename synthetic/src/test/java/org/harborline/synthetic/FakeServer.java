// SPDX-License-Identifier: Apache-2.0
package org.harborline.synthetic;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/// A small server that keeps the states of reports like the real one and loses answers when told to.
public final class FakeServer implements AutoCloseable {

    /// What may befall one call.
    public enum Mishap {
        NONE,
        /// The call is carried out, the answer lost.
        ANSWER_LOST,
        /// The call is lost before anything happens.
        CALL_LOST,
        /// 1000, nothing done.
        SERVER_ERROR,
        /// 4100, nothing done.
        INVALID,
        /// The report has gone.
        FORGOTTEN,
        /// An answer that is not the interface's.
        GATEWAY_ERROR
    }

    private static final Map<Integer, Integer> STATUS =
            Map.of(0, 200, 1_000, 500, 4_100, 400, 5_001, 404, 5_101, 409, 5_102, 409);

    private final HttpServer server;
    private final AtomicLong numbers = new AtomicLong(1_000);
    private final Map<Long, String> states = new ConcurrentHashMap<>();
    private final Map<String, Long> keys = new ConcurrentHashMap<>();
    private final List<String> bodies = new CopyOnWriteArrayList<>();
    private final List<String> calls = new CopyOnWriteArrayList<>();
    private final Set<String> users = ConcurrentHashMap.newKeySet();
    private final Map<String, Deque<Mishap>> mishaps = new ConcurrentHashMap<>();
    private volatile Duration slowness = Duration.ZERO;

    public FakeServer() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/ispws/", this::handle);
        server.createContext("/api/v1/reports", this::handleOneCall);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /// What happens to the next calls of that name; those after them go well.
    public FakeServer next(String call, Mishap... inOrder) {
        mishaps.put(call, new ArrayDeque<>(List.of(inOrder)));
        return this;
    }

    /// Every call takes this long.
    public FakeServer slow(Duration duration) {
        slowness = duration;
        return this;
    }

    public long count(String state) {
        return states.values().stream().filter(state::equals).count();
    }

    /// Who called.
    public Set<String> users() {
        return users;
    }

    public long calls(String call) {
        return calls.stream().filter(call::equals).count();
    }

    public List<String> bodies() {
        return bodies;
    }

    @Override
    public void close() {
        server.stop(0);
    }

    /// User and password; every provider is known here whose password is its name.
    private String[] credential(HttpExchange exchange) {
        String pair = exchange.getRequestHeaders().getFirst("Authorization").substring("Basic ".length());
        String[] parts = new String(Base64.getDecoder().decode(pair), StandardCharsets.UTF_8).split(":", 2);
        users.add(parts[0]);
        return parts;
    }

    private void handle(HttpExchange exchange) throws IOException {
        String call = exchange.getRequestURI().getPath().substring("/ispws/".length());
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        calls.add(call);
        pause();
        String[] pair = credential(exchange);
        if (!pair[0].equals(pair[1])) {
            exchange.sendResponseHeaders(401, -1);
            exchange.close();
            return;
        }
        var befalls = mishap(call);
        if (befalls == Mishap.CALL_LOST) {
            exchange.close();
            return;
        }
        if (befalls == Mishap.GATEWAY_ERROR) {
            answer(exchange, 502, "<html><body>Bad Gateway<br></body></html>");
            return;
        }
        String answer = answer(call, body, befalls);
        if (befalls == Mishap.ANSWER_LOST) {
            exchange.close();
            return;
        }
        int code = Integer.parseInt(answer.replaceAll("(?s).*<responseCode>(\\d+)<.*", "$1"));
        answer(exchange, STATUS.get(code), answer);
    }

    /// A whole report as JSON: filed once for each key.
    private void handleOneCall(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String key = exchange.getRequestHeaders().getFirst("Idempotency-Key");
        calls.add("json");
        credential(exchange);
        var befalls = mishap("json");
        if (befalls == Mishap.CALL_LOST) {
            exchange.close();
            return;
        }
        if (befalls == Mishap.INVALID) {
            answer(exchange, 400, """
                    {"status": 400, "code": 4100, "errors": [{"pointer": "/report", "sentence": "is wrong"}]}""");
            return;
        }
        long number = keys.computeIfAbsent(key, _ -> {
            bodies.add(body);
            long given = numbers.incrementAndGet();
            states.put(given, "finish");
            return given;
        });
        if (befalls == Mishap.ANSWER_LOST) {
            exchange.close();
            return;
        }
        answer(exchange, 201, """
                {"number": %d, "state": "received", "filedAt": "2026-11-20T18:00:00Z",
                 "preservedUntil": "2027-11-20T18:00:00Z", "legalEffect": "", "items": 0, "leftOut": 0}""".formatted(number));
    }

    private String answer(String call, String body, Mishap befalls) {
        return switch (befalls) {
            case SERVER_ERROR -> response(1_000, 0);
            case INVALID -> response(4_100, 0);
            case FORGOTTEN -> response(5_001, 0);
            default ->
                switch (call) {
                    case "status" -> response(0, 0);
                    case "submit" -> submit(body);
                    default -> settle(call, Long.parseLong(body.replaceFirst("id=", "")));
                };
        };
    }

    private String submit(String body) {
        long number = numbers.incrementAndGet();
        bodies.add(body);
        states.put(number, "open");
        return response(0, number);
    }

    private String settle(String call, long number) {
        int code = switch (states.getOrDefault(number, "unknown")) {
            case "open" -> 0;
            case "finish" -> 5_102;
            case "retract" -> 5_101;
            default -> 5_001;
        };
        if (code == 0) {
            states.put(number, call);
        }
        return call.equals("finish")
                ? "<reportDoneResponse><responseCode>" + code + "</responseCode><reportId>" + number
                        + "</reportId><files/></reportDoneResponse>"
                : response(code, number);
    }

    private static String response(int code, long number) {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?><reportResponse><responseCode>" + code
                + "</responseCode><responseDescription>Code " + code + "</responseDescription>"
                + (number == 0 ? "" : "<reportId>" + number + "</reportId>") + "</reportResponse>";
    }

    private Mishap mishap(String call) {
        var waiting = mishaps.getOrDefault(call, new ArrayDeque<>());
        synchronized (waiting) {
            return waiting.isEmpty() ? Mishap.NONE : waiting.removeFirst();
        }
    }

    private void pause() {
        try {
            var _ = new CountDownLatch(1).await(slowness.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private static void answer(HttpExchange exchange, int status, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/xml");
        exchange.sendResponseHeaders(status, bytes.length);
        try (var out = exchange.getResponseBody()) {
            out.write(bytes);
        }
    }
}
