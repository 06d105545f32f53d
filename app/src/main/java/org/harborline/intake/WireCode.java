// SPDX-License-Identifier: Apache-2.0
package org.harborline.intake;

/// Numeric answers of the provider interface, with the HTTP status each is sent with. Clients act on the number.
public enum WireCode {
    SUCCESS(0, 200),
    SERVER_ERROR(1000, 500),
    NOT_FOUND(1210, 404),
    /// The same number as a server error, because it asks the client for the same: to try again later.
    TOO_MANY_REQUESTS(1000, 429),
    AUTHENTICATION_REQUIRED(2000, 401),
    NOT_AUTHORISED(3000, 403),
    MAY_NOT_SUBMIT(3100, 403),
    MAY_NOT_UPDATE(3300, 403),
    INVALID_REQUEST(4000, 400),
    VALIDATION_FAILED(4100, 400),
    MALFORMED_XML(4110, 400),
    MALFORMED_FILE(4200, 400),
    NO_SUCH_REPORT(5001, 404),
    ALREADY_RETRACTED(5101, 409),
    ALREADY_FINISHED(5102, 409);

    private final int number;
    private final int status;

    WireCode(int number, int status) {
        this.number = number;
        this.status = status;
    }

    /// The number on the wire.
    public int number() {
        return number;
    }

    /// The HTTP status it is sent with.
    public int status() {
        return status;
    }
}
