// SPDX-License-Identifier: Apache-2.0
package org.harborline.notices.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Optional;
import org.harborline.notices.NoticesProblem;
import org.harborline.platform.ProblemException;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// Reads what machines send, up to a length.
@Component
class JsonBody {

    private final JsonMapper json;

    JsonBody(JsonMapper json) {
        this.json = json;
    }

    /// @param longest in bytes
    /// @param unclear what is said of anything else
    <T> T read(HttpServletRequest request, Class<T> type, int longest, NoticesProblem unclear) throws IOException {
        byte[] sent = request.getInputStream().readNBytes(longest + 1);
        if (sent.length > longest) {
            throw new ProblemException(unclear);
        }
        try {
            return Optional.ofNullable(json.readValue(sent, type)).orElseThrow(() -> new ProblemException(unclear));
        } catch (JacksonException _) {
            throw new ProblemException(unclear);
        }
    }
}
