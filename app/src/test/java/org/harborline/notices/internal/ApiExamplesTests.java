// SPDX-License-Identifier: Apache-2.0
package org.harborline.notices.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;
import org.harborline.intake.ReportNumber;
import org.harborline.notices.EndpointMessage.Way;
import org.harborline.notices.OutwardState;
import org.harborline.platform.Ids;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// What is published beside the addresses: examples, what is sent to webhooks, and the page for people.
class ApiExamplesTests extends ApiDocumentCase {

    @Test
    void everyExampleIsWhatItIsAnExampleOf() {
        int examples = 0;
        for (var operation : contract.operations().entrySet()) {
            for (JsonNode example : operation.getValue().at("/requestBody/content/application~1json/examples")) {
                assertThat(contract.requestFaults(
                                operation.getKey(), example.path("value").toString()))
                        .as(operation.getKey())
                        .isEmpty();
                examples++;
            }
        }
        assertThat(examples).isGreaterThan(2);
        assertThat(contract.faults(
                        "/components/schemas/Problem",
                        contract.operations()
                                .get("POST " + REPORTS)
                                .at("/responses/400/content/application~1problem+json/examples/faults/value")
                                .toString()))
                .isEmpty();
        assertThat(contract.faults(
                        "/components/schemas/Receipt",
                        contract.operations()
                                .get("POST " + REPORTS)
                                .at("/responses/201/content/application~1json/examples/receipt/value")
                                .toString()))
                .isEmpty();
    }

    @Test
    void whatIsSentToAWebhookIsWhatIsDescribed() {
        var message = new MessageTable.Row(
                Ids.next(),
                company.value(),
                new ReportNumber(7_999_998),
                OutwardState.MADE_AVAILABLE,
                Instant.parse("2027-01-01T00:00:00Z"),
                Way.WAITING,
                0,
                null);
        assertThat(contract.faults("/components/schemas/StateChanged", Payload.of(message)))
                .isEmpty();
        assertThat(contract.faults("/components/schemas/Ping", Payload.ping(Instant.parse("2027-01-01T00:00:00Z"))))
                .isEmpty();
        assertThat(contract.document().path("webhooks").propertyNames())
                .containsExactlyInAnyOrder("report.state-changed", "ping");
    }

    /// The check itself can fail.
    @Test
    void anAnswerThatIsNotDescribedIsFound() {
        ObjectNode receipt = (ObjectNode) contract.operations()
                .get("POST " + REPORTS)
                .at("/responses/201/content/application~1json/examples/receipt/value")
                .deepCopy();
        receipt.put("priority", 1);
        assertThat(contract.faults("/components/schemas/Receipt", receipt.toString()))
                .isNotEmpty();
        receipt.remove("priority");
        receipt.put("filedAt", "yesterday");
        assertThat(contract.faults("/components/schemas/Receipt", receipt.toString()))
                .isNotEmpty();
        assertThat(contract.requestFaults("POST " + REPORTS, "{\"report\": {\"platfrom\": 1}}"))
                .isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "es"})
    void thePageShowsEveryCallFieldAndCode(String language) {
        var page = send(HttpRequest.newBuilder(address("/developers"))
                .header("Accept", "text/html")
                .header("Accept-Language", language)
                .GET());

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("default-src 'self'");
        assertThat(page.body()).doesNotContain("??", "<script src=\"http");
        contract.operations()
                .forEach((name, operation) -> assertThat(page.body())
                        .contains(
                                name, "id=\"op-" + operation.path("operationId").asString()));
        contract.document().path("components").path("schemas").properties().forEach(schema -> {
            assertThat(page.body()).contains("id=\"schema-" + schema.getKey() + "\"");
            schema.getValue()
                    .path("properties")
                    .propertyNames()
                    .forEach(name -> assertThat(page.body()).contains(">" + name + "</span>"));
        });
        Set<String> anchors = contract.document()
                .path("x-problem-codes")
                .valueStream()
                .map(code -> code.path("type").asString())
                .map(type -> type.substring(type.indexOf('#') + 1))
                .collect(Collectors.toSet());
        assertThat(anchors)
                .hasSizeGreaterThan(5)
                .allSatisfy(anchor -> assertThat(page.body()).contains("id=\"" + anchor + "\""));
    }
}
