// SPDX-License-Identifier: Apache-2.0
package org.harborline.intake.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import org.harborline.intake.FilingAnswer;
import org.harborline.intake.WireCode;

/// Reads a body up to a size and within a time. Whoever is slower or larger is answered at once; the slow are cut off,
/// because waiting for the rest is what they want.
final class BoundedBody {

    /// A whole report.
    static final int REPORT = 5 * 1024 * 1024;
    /// The one field of a form.
    static final int FORM = 4 * 1024;

    static final Duration IN_TOTAL = Duration.ofSeconds(30);

    private static final int PIECE = 8192;

    private BoundedBody() {}

    /// The body cannot be taken.
    static final class Refused extends Exception {

        private final transient FilingAnswer answer;
        private final transient byte[] arrived;

        Refused(String description) {
            this(description, new byte[0]);
        }

        Refused(String description, byte[] arrived) {
            this(WireCode.INVALID_REQUEST, description, arrived);
        }

        private Refused(WireCode code, String description, byte[] arrived) {
            super(description, null, false, false);
            this.answer = FilingAnswer.of(code, description);
            this.arrived = arrived;
        }

        /// The fault is ours: the same body is taken when it is sent again later.
        static Refused busy(byte[] arrived) {
            return new Refused(
                    WireCode.SERVER_ERROR, "Too many large reports at one time. Wait a minute and try again.", arrived);
        }

        /// What came of the body before it was refused.
        byte[] arrived() {
            return arrived;
        }

        FilingAnswer answer() {
            return answer;
        }
    }

    /// Reads all of it. A body that announces to be too large is read up to the limit all the same: what came of it may
    /// ask for high priority, and somebody must then hear that it was refused.
    ///
    /// @throws Refused when there is more than the limit, or it does not come in time or whole, or finds no room
    static byte[] read(HttpServletRequest request, int limit) throws Refused {
        // what a sender announces is not what it sends
        var body = new ByteArrayOutputStream(Math.min(PIECE, limit));
        BodyRoom.Visit visit = BodyRoom.of(request);
        byte[] piece = new byte[PIECE];
        long end = System.nanoTime() + IN_TOTAL.toNanos();
        try (InputStream stream = request.getInputStream()) {
            int read = stream.read(piece);
            while (read >= 0) {
                take(piece, read, body, limit, visit);
                if (System.nanoTime() > end) {
                    CutOff.after(request);
                    throw new Refused(
                            "The body did not arrive within " + IN_TOTAL.toSeconds() + " seconds.", body.toByteArray());
                }
                read = stream.read(piece);
            }
        } catch (IOException _) {
            CutOff.after(request);
            throw new Refused("The body did not arrive whole.", body.toByteArray());
        }
        if (!visit.isTurn(body.size())) {
            throw Refused.busy(body.toByteArray());
        }
        return body.toByteArray();
    }

    private static void take(byte[] piece, int read, ByteArrayOutputStream body, int limit, BodyRoom.Visit visit)
            throws Refused {
        int size = body.size() + read;
        if (size > limit) {
            throw new Refused("The body is larger than " + limit + " bytes.", body.toByteArray());
        }
        if (size > BodyRoom.SMALL && !visit.makesRoom(read)) {
            throw Refused.busy(body.toByteArray());
        }
        body.write(piece, 0, read);
    }
}
