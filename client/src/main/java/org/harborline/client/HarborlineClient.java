// SPDX-License-Identifier: Apache-2.0
package org.harborline.client;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/// Files reports with a clearinghouse, each exactly once, and asks what became of them. Safe for many
/// threads.
///
/// A call is tried again when its answer was lost, or when the clearinghouse or something before it
/// says that it has no time now (429, 502, 503, 504, and 500 with its code for *send again*), until the
/// deadline. The key of the filing is the same in every try, so a report whose answer was lost is not
/// filed twice. What is refused is not tried again.
public final class HarborlineClient {

    private static final Duration CONNECTING = Duration.ofSeconds(5);
    /// The server gives a request 30 s in all.
    private static final Duration ANSWERING = Duration.ofSeconds(35);

    private static final int SERVER_ERROR = 1000;
    private static final int NO_SUCH_REPORT = 5001;
    private static final int CREATED = 201;
    private static final int CONFLICT = 409;
    private static final String QUESTIONS = "/questions";

    private final HttpClient http;
    private final String base;
    private final String authorization;
    private final Duration deadline;
    private final Pace pace;
    private final AtomicLong repetitions = new AtomicLong();

    private HarborlineClient(Builder builder, String authorization) {
        this.http = builder.http == null
                ? HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .connectTimeout(CONNECTING)
                        .build()
                : builder.http;
        this.base = builder.base;
        this.authorization = authorization;
        this.deadline = builder.deadline;
        this.pace = builder.pace;
    }

    /// A client of the clearinghouse at that address.
    ///
    /// @param server such as `https://clearinghouse.example`
    /// @return to be completed
    /// @throws IllegalArgumentException when it is not an address of HTTP
    public static Builder at(URI server) {
        return new Builder(server);
    }

    /// How a client is made.
    public static final class Builder {

        private static final Duration DEADLINE = Duration.ofMinutes(10);

        private final String base;
        private final boolean readable;
        private boolean plain;
        private Duration deadline = DEADLINE;
        private Pace pace = Pace.real();
        private @Nullable HttpClient http;
        private @Nullable String authorization;

        private Builder(URI server) {
            String scheme = server.getScheme();
            String host = server.getHost();
            if (host == null || !("http".equals(scheme) || "https".equals(scheme))) {
                throw new IllegalArgumentException("a server's address begins with https://");
            }
            this.readable = "http".equals(scheme) && !host.matches("localhost|127\\.[0-9.]+|\\[::1]");
            this.base = server.toString().replaceAll("/+$", "").replaceAll("/api/v1$", "") + "/api/v1";
        }

        /// The credential that files.
        ///
        /// @param user its user name
        /// @param secret as it was shown once
        /// @return this
        public Builder credential(String user, String secret) {
            byte[] pair = (user + ":" + secret).getBytes(StandardCharsets.UTF_8);
            authorization = "Basic " + Base64.getEncoder().encodeToString(pair);
            return this;
        }

        /// How long a call may take with all its tries; ten minutes otherwise.
        ///
        /// @param time more than nothing
        /// @return this
        public Builder deadline(Duration time) {
            if (time.isNegative() || time.isZero()) {
                throw new IllegalArgumentException("a deadline is more than nothing");
            }
            deadline = time;
            return this;
        }

        /// Calls through a client of yours, with its proxy and certificates.
        ///
        /// @param client should not follow redirections
        /// @return this
        public Builder through(HttpClient client) {
            http = client;
            return this;
        }

        /// Lets secret and reports travel readable by everybody between here and the server. On one
        /// machine, that is at a loopback address, it is not needed.
        ///
        /// @return this
        public Builder allowPlainHttp() {
            plain = true;
            return this;
        }

        Builder pace(Pace other) {
            pace = other;
            return this;
        }

        /// Makes the client.
        ///
        /// @return ready to file
        /// @throws IllegalStateException when it has no credential, or would send it readable by
        /// everybody
        public HarborlineClient build() {
            if (authorization == null) {
                throw new IllegalStateException("a client files with a credential");
            }
            if (readable && !plain) {
                throw new IllegalStateException("reports would travel readable by everybody: use https://");
            }
            return new HarborlineClient(this, authorization);
        }
    }

    /// Files a report.
    ///
    /// @param filing the same for every try of the same report
    /// @return the receipt; the report is durably filed
    /// @throws RefusedException when it cannot be taken as it is
    /// @throws ConflictException when its key or reference names another report
    /// @throws CredentialException when the credential may not file
    /// @throws UnansweredException when the deadline passed in doubt
    /// @throws HarborlineException when anything else is wrong
    /// @throws InterruptedException when the thread is; the report may be filed
    public Receipt file(Filing filing) throws HarborlineException, InterruptedException {
        HttpResponse<String> answer = call(() -> request("/reports")
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", filing.key())
                .POST(BodyPublishers.ofString(filing.body(), StandardCharsets.UTF_8)));
        return answer.statusCode() == CREATED ? receipt(answer) : refuse(answer);
    }

    /// Files many reports one after another, those that ask for high priority first. One that fails
    /// stops none.
    ///
    /// @param filings in any order
    /// @return what came of each, in the order given
    /// @throws InterruptedException when the thread is; some may be filed
    public List<Outcome> fileAll(Collection<Filing> filings) throws InterruptedException {
        List<Filing> given = List.copyOf(filings);
        List<Integer> order = new ArrayList<>();
        for (int place = 0; place < given.size(); place++) {
            order.add(place);
        }
        order.sort(Comparator.comparing(place -> !given.get(place).escalated()));
        Map<Integer, Outcome> outcomes = new TreeMap<>();
        for (int place : order) {
            outcomes.put(place, outcome(given.get(place)));
        }
        return List.copyOf(outcomes.values());
    }

    private Outcome outcome(Filing filing) throws InterruptedException {
        try {
            return new Outcome.Filed(filing, file(filing));
        } catch (HarborlineException failure) {
            return new Outcome.Failed(filing, failure);
        }
    }

    /// What became of a report of yours.
    ///
    /// @param number as its receipt names it
    /// @return its receipt with the state of now; empty when you filed no such report
    /// @throws HarborlineException when there is no telling
    /// @throws InterruptedException when the thread is
    public Optional<Receipt> find(long number) throws HarborlineException, InterruptedException {
        return look("/reports/" + number);
    }

    /// What became of the report that you filed under a reference of your own.
    ///
    /// @param reference as you gave it
    /// @return its receipt with the state of now; empty when you filed no such report
    /// @throws HarborlineException when there is no telling
    /// @throws InterruptedException when the thread is
    public Optional<Receipt> find(String reference) throws HarborlineException, InterruptedException {
        return look("/reports?reference=" + URLEncoder.encode(reference, StandardCharsets.UTF_8));
    }

    /// Reports that you filed, by whatever interface, in the order of filing: at most a hundred at a time, each once.
    ///
    /// @param after the cursor up to which you know them; empty for the beginning
    /// @return what comes behind it, and the cursor to go on with
    /// @throws RefusedException when it is no cursor
    /// @throws HarborlineException when there is no telling
    /// @throws InterruptedException when the thread is
    public Feed feed(String after) throws HarborlineException, InterruptedException {
        String behind = after.isEmpty() ? "" : "?after=" + URLEncoder.encode(after, StandardCharsets.UTF_8);
        HttpResponse<String> answer = call(() -> request("/reports" + behind).GET());
        Optional<Feed> feed = answer.statusCode() == 200 ? Feed.read(answer.body()) : Optional.empty();
        if (feed.isEmpty()) {
            throw problem(answer);
        }
        return feed.get();
    }

    /// What waits for your answer. Needs a credential that was issued for questions, like the two below.
    ///
    /// @return soonest due first, without words
    /// @throws HarborlineException when there is no telling
    /// @throws InterruptedException when the thread is
    public List<Question> questions() throws HarborlineException, InterruptedException {
        List<Question> all = new ArrayList<>();
        String next = QUESTIONS;
        while (next.startsWith(QUESTIONS)) {
            String path = next;
            HttpResponse<String> answer = call(() -> request(path).GET());
            Optional<Question.Page> page =
                    answer.statusCode() == 200 ? Question.Page.read(answer.body()) : Optional.empty();
            if (page.isEmpty()) {
                throw problem(answer);
            }
            all.addAll(page.get().questions());
            next = page.get().next().replaceFirst("^/api/v1", "");
        }
        return List.copyOf(all);
    }

    /// One question with its words, also when it is settled.
    ///
    /// @param id as the list names it
    /// @return as it is now
    /// @throws HarborlineException when you are asked no such question, or there is no telling
    /// @throws InterruptedException when the thread is
    public Question question(UUID id) throws HarborlineException, InterruptedException {
        return question(call(() -> request(QUESTIONS + "/" + id).GET()));
    }

    /// Answers a question, once. A try whose answer was lost is recognised by the words that were taken.
    ///
    /// @param id as the list names it
    /// @param answer at most 4,000 characters
    /// @return the question, answered
    /// @throws RefusedException when it is no answer
    /// @throws ConflictException when it was answered otherwise, or taken back
    /// @throws HarborlineException when anything else is wrong
    /// @throws InterruptedException when the thread is; the question may be answered
    public Question answer(UUID id, String answer) throws HarborlineException, InterruptedException {
        HttpResponse<String> said = call(() -> request(QUESTIONS + "/" + id + "/answer")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"answer\": " + Json.quoted(answer) + "}", StandardCharsets.UTF_8)));
        if (said.statusCode() == CONFLICT) {
            Question known = question(id);
            if (known.answer().equals(answer.strip())) {
                return known;
            }
        }
        return question(said);
    }

    private static Question question(HttpResponse<String> answer) throws ProblemException {
        Optional<Question> question = answer.statusCode() == 200 ? Question.read(answer.body()) : Optional.empty();
        if (question.isEmpty()) {
            throw problem(answer);
        }
        return question.get();
    }

    private static ProblemException problem(HttpResponse<String> answer) {
        return ProblemException.Problem.read(answer.statusCode(), answer.body()).exception();
    }

    /// How often a call was tried again so far.
    ///
    /// @return for all calls of this client together
    public long repetitions() {
        return repetitions.get();
    }

    private Optional<Receipt> look(String path) throws HarborlineException, InterruptedException {
        HttpResponse<String> answer = call(() -> request(path).GET());
        if (answer.statusCode() == 200) {
            return Optional.of(receipt(answer));
        }
        var problem = ProblemException.Problem.read(answer.statusCode(), answer.body());
        if (problem.status() == 404 && problem.code() == NO_SUCH_REPORT) {
            return Optional.empty();
        }
        throw problem.exception();
    }

    private static Receipt receipt(HttpResponse<String> answer) throws ProblemException {
        boolean repeated =
                answer.headers().firstValue("Idempotent-Replayed").orElse("").equals("true");
        Optional<Receipt> receipt = Receipt.read(answer.body(), repeated);
        // what is no receipt comes from something else than the clearinghouse
        return receipt.isPresent() ? receipt.get() : refuse(answer);
    }

    private static Receipt refuse(HttpResponse<String> answer) throws ProblemException {
        throw problem(answer);
    }

    private interface Request {
        HttpRequest.Builder make();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(base + path))
                .header("Authorization", authorization)
                .header("User-Agent", "harborline-client")
                .header("Accept", "application/json, application/problem+json");
    }

    private HttpResponse<String> call(Request request) throws UnansweredException, InterruptedException {
        var patience = new Patience(pace, deadline);
        for (int tries = 1; ; tries++) {
            int status = 0;
            IOException lost = null;
            Optional<Duration> asked = Optional.empty();
            try {
                Duration left = patience.left();
                HttpResponse<String> answer = http.send(
                        request.make()
                                .timeout(left.compareTo(ANSWERING) < 0 ? left : ANSWERING)
                                .build(),
                        BodyHandlers.ofString(StandardCharsets.UTF_8));
                status = answer.statusCode();
                if (!isWorthAnotherTry(answer)) {
                    return answer;
                }
                asked = patience.asked(answer.headers());
            } catch (IOException failure) {
                lost = failure;
            }
            if (!patience.pause(asked)) {
                throw new UnansweredException(tries, status, lost);
            }
            repetitions.incrementAndGet();
        }
    }

    private static boolean isWorthAnotherTry(HttpResponse<String> answer) {
        return switch (answer.statusCode()) {
            case 429, 502, 503, 504 -> true;
            case 500 -> ProblemException.Problem.read(500, answer.body()).code() == SERVER_ERROR;
            default -> false;
        };
    }
}
