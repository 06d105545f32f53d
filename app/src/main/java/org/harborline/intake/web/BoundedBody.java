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
            super(description, null, false, false);
            this.answer = FilingAnswer.of(WireCode.INVALID_REQUEST, description);
            this.arrived = arrived;
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
    /// @throws Refused when there is more than the limit, or it does not come in time, or not whole
    static byte[] read(HttpServletRequest request, int limit) throws Refused {
        long announced = request.getContentLengthLong();
        var body = new ByteArrayOutputStream(Math.clamp(announced, Math.min(PIECE, limit), limit));
        byte[] piece = new byte[PIECE];
        long end = System.nanoTime() + IN_TOTAL.toNanos();
        try (InputStream stream = request.getInputStream()) {
            int read = stream.read(piece);
            while (read >= 0) {
                if (body.size() + read > limit) {
                    throw new Refused("The body is larger than " + limit + " bytes.", body.toByteArray());
                }
                body.write(piece, 0, read);
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
        return body.toByteArray();
    }
}
