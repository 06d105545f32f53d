// SPDX-License-Identifier: Apache-2.0
package org.harborline.synthetic.wire;

import java.util.OptionalLong;

/// What the server said to one call.
///
/// @param status of HTTP
/// @param code of the interface, or [#NO_CODE] when the answer carries none
/// @param reportId the report's number, when the answer names one
public record Answer(int status, int code, OptionalLong reportId, String description) {

    /// Stands for an answer without a code, such as an empty 401.
    public static final int NO_CODE = -1;

    static final int UNKNOWN_REPORT = 5001;
    static final int ALREADY_FINISHED = 5102;
    private static final int SERVER_SIDE_FIRST = 1_000;
    private static final int SERVER_SIDE_LAST = 1_999;

    /// Whether the call did what it was made for.
    public boolean succeeded() {
        return code == 0;
    }

    /// Whether the same call may succeed later: the server's own trouble, and answers of something in front of it.
    boolean worthAnotherTry() {
        return code == NO_CODE
                ? status == 429 || status >= 500
                : code >= SERVER_SIDE_FIRST && code <= SERVER_SIDE_LAST && code != 1_210;
    }
}
