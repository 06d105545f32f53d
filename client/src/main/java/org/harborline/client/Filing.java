// SPDX-License-Identifier: Apache-2.0
package org.harborline.client;

import java.util.UUID;
import java.util.regex.Pattern;

/// One report on its way, with the key that names it in every try. Sending the same filing again, also
/// tomorrow, never files it twice: keep the key beside your own record of the report until you have its
/// receipt.
public final class Filing {

    private static final Pattern KEYS = Pattern.compile("[\\x21-\\x7e]{1,255}");

    private final String body;
    private final String key;
    private final boolean escalated;

    private Filing(String body, String key, boolean escalated) {
        this.body = body;
        this.key = key;
        this.escalated = escalated;
    }

    /// A report that was not sent before.
    ///
    /// @param body one JSON object with `report` in it, as `POST /api/v1/reports` takes it
    /// @return the filing, under a key of its own
    /// @throws IllegalArgumentException when the body is not one JSON object
    public static Filing of(String body) {
        return of(body, UUID.randomUUID().toString());
    }

    /// A report that may have been sent before, under its key of then.
    ///
    /// @param body the same JSON as then
    /// @param key 1 to 255 characters of ASCII without spaces
    /// @return the filing, under that key
    /// @throws IllegalArgumentException when the body is not one JSON object, or the key not of this
    /// form
    public static Filing of(String body, String key) {
        if (!KEYS.matcher(key).matches()) {
            throw new IllegalArgumentException("a key has 1 to 255 characters of ASCII without spaces");
        }
        var said = Json.object(Json.read(body));
        if (said.isEmpty()) {
            throw new IllegalArgumentException("the body is one JSON object with report in it");
        }
        var summary = Json.object(Json.object(said.get("report")).get("incidentSummary"));
        return new Filing(body, key, summary.get("escalateToHighPriority") != null);
    }

    /// The JSON that is sent.
    ///
    /// @return as it was given
    public String body() {
        return body;
    }

    /// The value of `Idempotency-Key`.
    ///
    /// @return the same in every try
    public String key() {
        return key;
    }

    /// Whether the report asks for high priority. Such reports go first.
    ///
    /// @return true when it carries `escalateToHighPriority`
    public boolean escalated() {
        return escalated;
    }

    /// Names the key only: a report is full of identifiers.
    @Override
    public String toString() {
        return "Filing(" + key + ")";
    }
}
