// SPDX-License-Identifier: Apache-2.0
package org.harborline.intake.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import org.harborline.intake.RefusedEscalation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/// Reports in one call that cannot be taken, over a real connection.
class ReportApiFaultTests extends ReportApiCase {

    @Test
    void namesEachFaultByItsPlace() {
        JsonNode unknown = problem(file(report(", \"platfrom\": \"X\"", "\"attachment\": \"x\",")), 400, 4100);
        assertThat(pointers(unknown)).containsExactlyInAnyOrder("/attachment", "/report/incidentSummary/platfrom");
        assertThat(unknown.toString()).contains("did you mean platform?");

        JsonNode wrong = problem(
                file(report("", "")
                        .replace("\"port\": 4021", "\"port\": 70000")
                        .replace("\"type\": \"Work\"", "\"type\": \"Wrok\"")),
                400,
                4100);
        assertThat(pointers(wrong))
                .contains(
                        "/report/personOrUserReported/0/ipCaptureEvent/port", "/report/reporter/reportingPerson/email");

        assertThat(pointers(problem(file("{\"reference\": \"x\"}"), 400, 4100))).containsExactly("/report");
        assertThat(pointers(problem(
                        file(report(
                                "",
                                "\"items\": [{\"reference\": \"a\", \"viewed\": true, \"basis\": \"match-only\"}],")),
                        400,
                        4100)))
                .containsExactly("/items/0/basis");
        assertThat(pointers(problem(
                        file(report("", "\"items\": [{\"reference\": \"a\"}, {\"reference\": \"a\"}],")), 400, 4100)))
                .containsExactly("/items/1");
        assertThat(pointers(
                        problem(file(report("", "\"relation\": {\"kind\": \"supplement\", \"of\": 12},")), 400, 4100)))
                .containsExactly("/relation/of");
        assertThat(count()).isZero();
    }

    @Test
    void refusesWhatIsNoJsonAndNamesItsPlace() {
        assertThat(problem(file("{\"report\": "), 400, 4000).toString()).contains("line 1");
        problem(file("{\"report\": {}, \"report\": {}}"), 400, 4000);
        problem(file("[".repeat(500)), 400, 4000);
        problem(file("[]"), 400, 4100);
        problem(
                send(request("/reports", authorization)
                        .header("Content-Type", "text/plain")
                        .POST(BodyPublishers.ofString(report("", "")))),
                400,
                4000);
        problem(file("key with space", report("", "")), 400, 4000);
        assertThat(count()).isZero();
    }

    /// It would be filed, answered and never be readable again.
    @ParameterizedTest
    @ValueSource(strings = {"\\ufffe", "\\uffff", "\\u0000", "\\u0008", "\\u001b", "\\ud800", "\\udc00x"})
    void refusesCharactersThatNoDocumentCanHold(String character) {
        assertThat(pointers(problem(file(report(", \"platform\": \"a" + character + "\"", "")), 400, 4100)))
                .containsExactly("/report/incidentSummary/platform");
        assertThat(problem(file(report("", "\"items\": [{\"reference\": \"a" + character + "\"}],")), 400, 4100)
                        .toString())
                .contains("/items/0");
        assertThat(count()).isZero();
    }

    @Test
    void refusesMoreThanItCanHoldBeforeItHoldsIt() {
        String many = "\"\",".repeat(120_000) + "\"\"";
        assertThat(problem(file(report(", \"platform\": [" + many + "]", "")), 400, 4100)
                        .toString())
                .contains("elements");
        problem(file("{\"unknown\": [" + "{},".repeat(300_000) + "{}]}"), 400, 4000);
        assertThat(count()).isZero();
    }

    @Test
    void aTextIsNotTrueOrFalse() {
        assertThat(pointers(problem(file(report(", \"escalateToHighPriority\": false", "")), 400, 4100)))
                .containsExactly("/report/incidentSummary/escalateToHighPriority");
    }

    @Test
    void asksWhoItIsAndTellsWhatACredentialMayNotDo() {
        problem(send(request("/reports", "Basic bm9ib2R5Om5vdGhpbmc=").GET()), 401, 2000);
        problem(
                send(request("/reports", readOnly)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(report("", "")))),
                403,
                3100);
        assertThat(send(request("/reports", readOnly).GET()).statusCode()).isEqualTo(200);
        problem(get("/nowhere"), 404, 1210);
        problem(send(request("/reports", authorization).DELETE()), 400, 4000);
    }

    @Test
    void anEscalationThatIsRefusedIsHeard() {
        String escalated = report(", \"escalateToHighPriority\": \"[synthetic reason 5]\", \"platfrom\": \"X\"", "");

        problem(file(escalated), 400, 4100);
        problem(
                send(request("/reports", readOnly)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(escalated))),
                403,
                3100);

        assertThat(refused.list(SYSTEM, null, 200))
                .filteredOn(one -> one.provider().equals(provider))
                .extracting(RefusedEscalation::reason)
                .containsExactlyInAnyOrder(RefusedEscalation.Reason.INVALID, RefusedEscalation.Reason.NOT_TAKEN);
    }

    @Test
    void anEscalationUnderTheNameOfAnotherReportIsHeard() {
        filed(file(report("", "\"reference\": \"case-9\",")));

        problem(
                file(report(", \"escalateToHighPriority\": \"[synthetic reason 6]\"", "\"reference\": \"case-9\",")),
                409,
                5102);
        problem(file(report(", \"escalateToHighPriorty\": \"[synthetic reason 7]\"", "")), 400, 4100);

        assertThat(refused.list(SYSTEM, null, 200))
                .filteredOn(one -> one.provider().equals(provider))
                .extracting(RefusedEscalation::reason)
                .containsExactlyInAnyOrder(RefusedEscalation.Reason.NAMED_BEFORE, RefusedEscalation.Reason.INVALID);
    }
}
