// SPDX-License-Identifier: Apache-2.0
package org.harborline.notices.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.harborline.intake.ApiContract;
import org.harborline.registry.CredentialScope;
import org.harborline.registry.IssueCredential;
import org.harborline.registry.ProviderId;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A company's machines and the description that they read.
@NoticesTest
abstract class ApiDocumentCase {

    static final String BASE = "/api/v1";
    static final String REPORTS = "/api/v1/reports";

    @LocalServerPort
    int port;

    @Autowired
    Stage.Director director;

    @Autowired
    JsonMapper json;

    final HttpClient client = HttpClient.newHttpClient();
    ApiContract contract;
    ProviderId company;
    String keeper;
    String filer;
    String reader;

    @BeforeEach
    void readTheDescriptionAsAStranger() {
        var published =
                send(HttpRequest.newBuilder(address(BASE + "/openapi.json")).GET());
        assertThat(published.statusCode()).isEqualTo(200);
        contract = new ApiContract(published.body(), json);
        assertThat(contract.answerFaults("GET /api/v1/openapi.json", published)).isEmpty();
        company = director.company();
        keeper = credential(CredentialScope.FILE_AND_WEBHOOKS);
        filer = credential(CredentialScope.FILE);
        reader = credential(CredentialScope.READ);
    }

    String credential(CredentialScope scope) {
        var issued = director.organisations()
                .issueCredential(Stage.OUTSIDE, new IssueCredential(company, null, scope, null));
        String pair = issued.userName() + ":" + issued.secret();
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }

    URI address(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Calls, and holds the answer against the description.
    HttpResponse<String> call(String operation, String as, String path, String body, String... headers) {
        String method = operation.substring(0, operation.indexOf(' '));
        var request = HttpRequest.newBuilder(address(path))
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (!as.isEmpty()) {
            request.header("Authorization", as);
        }
        if (!body.isEmpty()) {
            request.header("Content-Type", "application/json");
        }
        for (int i = 0; i < headers.length; i += 2) {
            request.setHeader(headers[i], headers[i + 1]);
        }
        var answer = send(request);
        assertThat(contract.answerFaults(operation, answer)).isEmpty();
        return answer;
    }

    JsonNode call(int status, String operation, String as, String path, String body, String... headers) {
        var answer = call(operation, as, path, body, headers);
        assertThat(answer.statusCode()).as(operation + " " + answer.body()).isEqualTo(status);
        return answer.body().isEmpty() ? json.createObjectNode() : json.readTree(answer.body());
    }

    String example(String operation, String name) {
        JsonNode example = contract.operations()
                .get(operation)
                .at("/requestBody/content/application~1json/examples/" + name + "/value");
        assertThat(example.isObject()).isTrue();
        return example.toString();
    }
}
