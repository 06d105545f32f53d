// SPDX-License-Identifier: Apache-2.0
package org.harborline.intake.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.harborline.access.web.Browser;
import org.harborline.intake.SchemaDocuments;
import org.harborline.intake.SchemaDocuments.Field;
import org.harborline.platform.Actor;
import org.harborline.platform.Sql;
import org.harborline.registry.IssueCredential;
import org.harborline.registry.Organisations;
import org.harborline.registry.RegisterProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/// Statements, markup and expressions in every place that takes text, over a real connection, and what pages make of
/// them.
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "harborline.access.sample-sign-ins=true")
class HostileFieldTests {

    private static final Actor SYSTEM = Actor.system("hostile-field-tests");
    private static final Pattern NUMBER = Pattern.compile("<reportId>(\\d+)</reportId>");
    private static final Pattern CODE = Pattern.compile("<responseCode>(\\d+)</responseCode>");
    private static final Pattern REVEAL = Pattern.compile("/reports/\\d+/reveal/[a-z.-]+/\\d+");
    private static final Pattern PANEL = Pattern.compile("/reports/\\d+/panels/[a-z-]+");
    private static final String MARKUP = "<script>alert(1)</script><img src=x onerror=alert(2)>";
    private static final List<String> WORDS = List.of(
            "x'); DROP TABLE intake.report; --" + MARKUP,
            "\"><b>7${1111*1111}#{1111*1111}*{1111*1111}__${1111*1111}__::.x%00%0d%0aX-Planted: 1\r\nX-Planted: 1 \u202e \ud83d\ude80 \u0301");
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @LocalServerPort
    private int port;

    @Autowired
    private Organisations organisations;

    @Autowired
    private Clock clock;

    @Autowired
    private Sql sql;

    private String authorization = "";
    private String open = "1000001";

    @BeforeEach
    void register() {
        String code = "p" + Long.toUnsignedString(System.nanoTime(), 36);
        var provider = organisations.registerProvider(SYSTEM, new RegisterProvider(code, "Example Chat", List.of()));
        var issued = organisations.issueCredential(SYSTEM, new IssueCredential(provider, false, null));
        authorization = "Basic "
                + Base64.getEncoder()
                        .encodeToString((issued.userName() + ":" + issued.secret()).getBytes(StandardCharsets.UTF_8));
    }

    private HttpResponse<String> post(String path, String type, byte[] body) {
        try {
            return CLIENT.send(
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/ispws/" + path))
                            .header("Authorization", authorization)
                            .header("Content-Type", type)
                            .POST(BodyPublishers.ofByteArray(body))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String outcome(HttpResponse<String> answer) {
        var code = CODE.matcher(answer.body());
        return answer.statusCode() + " " + (code.find() ? code.group(1) : "none");
    }

    private HttpResponse<String> send(String root, Function<Field, String> values) {
        String document = SchemaDocuments.write(root, clock.instant(), values);
        return post(
                root.equals("report") ? "submit" : "fileinfo",
                "text/xml; charset=utf-8",
                document.replace("<reportId>1000001<", "<reportId>" + open + "<")
                        .getBytes(StandardCharsets.UTF_8));
    }

    private static String harmless(Field field) {
        return switch (field.name()) {
            case "emailAddress", "email" -> "person@mail.example";
            case "phone", "phoneNumber" -> "202 555 0143";
            case "ipAddress" -> "192.0.2.7";
            case "url", "profileUrl", "legalURL", "locationOfFile" -> "https://pages.example/1";
            default -> "plain";
        };
    }

    private static String number(HttpResponse<String> answer) {
        var number = NUMBER.matcher(answer.body());
        assertThat(number.find()).as(answer.body()).isTrue();
        return number.group(1);
    }

    @Test
    void everyTextFieldIsTakenOrRefusedWithAReasonWhateverStandsInIt() {
        open = number(send("report", HostileFieldTests::harmless));
        var taken = new ArrayList<String>();
        for (String root : List.of("report", "fileDetails")) {
            for (Field field : SchemaDocuments.fields(root)) {
                for (String word : WORDS) {
                    var answer = send(root, one -> one.equals(field) ? word : harmless(one));
                    assertThat(outcome(answer)).as(field + " holds " + word).isIn("200 0", "400 4100");
                    assertThat(answer.headers().firstValue("X-Planted")).isEmpty();
                    assertThat(answer.body()).doesNotContain("<script", "<img", "<b>", "1234321");
                    taken.add(outcome(answer));
                }
            }
        }
        assertThat(taken).hasSizeGreaterThan(250);
        assertThat(taken.stream().filter("200 0"::equals)).hasSizeGreaterThan(150);
        assertThat(sql.of("SELECT count(*) FROM intake.report")
                        .query(Long.class)
                        .single())
                .isGreaterThan(100);
        assertThat(outcome(post("nothing", "text/xml", new byte[0]))).isEqualTo("404 1210");
    }

    @Test
    void pagesShowMarkupAsTheTextItIs() {
        String report =
                number(send("report", field -> "plain".equals(harmless(field)) ? fitting(field) : harmless(field)));
        open = report;
        assertThat(outcome(send(
                        "fileDetails", field -> "plain".equals(harmless(field)) ? fitting(field) : harmless(field))))
                .isEqualTo("200 0");
        assertThat(outcome(post(
                        "finish",
                        "application/x-www-form-urlencoded",
                        ("id=" + report).getBytes(StandardCharsets.UTF_8))))
                .isEqualTo("200 0");
        var browser = new Browser(port, "127.0.0.1");
        assertThat(browser.signIn("supervisor", "supervisor").statusCode()).isEqualTo(302);
        String page = browser.get("/reports/" + report).body();
        var pages = new ArrayList<>(List.of(page));
        PANEL.matcher(page)
                .results()
                .forEach(panel -> pages.add(browser.get(panel.group()).body()));
        for (String address : revealing(page, report)) {
            pages.add(browser.submit("/reports/" + report, address, "purpose", "TRIAGE")
                    .body());
        }
        assertThat(pages).hasSizeGreaterThan(10).allSatisfy(HostileFieldTests::assertInert);
        assertThat(pages.stream().filter(one -> one.contains("&lt;script&gt;alert(1)")))
                .hasSizeGreaterThan(5);
    }

    private static List<String> revealing(String page, String report) {
        return Stream.concat(
                        REVEAL.matcher(page).results().map(found -> found.group()),
                        Stream.of("/reports/" + report + "/reporter", "/reports/" + report + "/identifiers/reveal"))
                .distinct()
                .toList();
    }

    /// What fits into the shortest field.
    private static String fitting(Field field) {
        return field.name().equals("zipCode") ? "<b onclick=x>" : MARKUP;
    }

    private static void assertInert(String page) {
        assertThat(page).doesNotContain("<script>alert", "<img src=x", "<b onclick", "javascript:", "1234321");
    }

    @Test
    void wrongEncodingsAreRefusedAndOthersAreServedOn() {
        String document = SchemaDocuments.write("report", clock.instant(), HostileFieldTests::harmless);
        byte[] whole = document.getBytes(StandardCharsets.UTF_8);
        byte[] broken = document.replace("plain", "pl\u00e9in").getBytes(StandardCharsets.ISO_8859_1);
        byte[] cut = Arrays.copyOf(
                document.replace("plain", "\ud83d\ude80").getBytes(StandardCharsets.UTF_8), whole.length / 2);
        byte[] wide = document.getBytes(Charset.forName("UTF-32"));
        for (byte[] body :
                List.of(broken, cut, wide, new byte[1000], "\u0000".repeat(9).getBytes(StandardCharsets.UTF_8))) {
            assertThat(outcome(post("submit", "text/xml; charset=utf-8", body))).isEqualTo("400 4110");
        }
        for (String charset : List.of("no-such-charset", "utf-7", "\"\"", "../../etc")) {
            assertThat(outcome(post("submit", "text/xml; charset=" + charset, whole)))
                    .as(charset)
                    .isIn("400 4000", "400 4110");
        }
        assertThat(outcome(post("submit", "text/xml; charset=utf-8", whole))).isEqualTo("200 0");
    }

    @Test
    void entitiesThatGrowAreRefusedBeforeTheyDo() {
        var laughs = new StringBuilder("<!DOCTYPE report [<!ENTITY l0 \"lol\">");
        for (int level = 1; level < 30; level++) {
            laughs.append("<!ENTITY l")
                    .append(level)
                    .append(" \"")
                    .append(("&l" + (level - 1) + ";").repeat(10))
                    .append("\">");
        }
        laughs.append("]><report>&l29;</report>");
        assertThat(outcome(post("submit", "text/xml", laughs.toString().getBytes(StandardCharsets.UTF_8))))
                .isEqualTo("400 4110");
        assertThat(outcome(post(
                        "fileinfo",
                        "text/xml",
                        "<!DOCTYPE fileDetails SYSTEM \"http://192.0.2.1/x\"><fileDetails/>"
                                .getBytes(StandardCharsets.UTF_8))))
                .isEqualTo("400 4110");
    }
}
