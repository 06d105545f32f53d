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

    private BoundedBody() {}

    /// The body cannot be taken.
    static final class Refused extends Exception {

        private final transient FilingAnswer answer;

        Refused(String description) {
            super(description, null, false, false);
            this.answer = FilingAnswer.of(WireCode.INVALID_REQUEST, description);
        }

        FilingAnswer answer() {
            return answer;
        }
    }

    /// Reads all of it.
    ///
    /// @throws Refused when there is more than the limit, or it does not come in time, or not whole
    static byte[] read(HttpServletRequest request, int limit) throws Refused {
        long announced = request.getContentLengthLong();
        if (announced > limit) {
            throw tooLarge(limit);
        }
        var body = new ByteArrayOutputStream(announced > 0 ? (int) announced : 8192);
        byte[] piece = new byte[8192];
        long end = System.nanoTime() + IN_TOTAL.toNanos();
        try (InputStream stream = request.getInputStream()) {
            int read = stream.read(piece);
            while (read >= 0) {
                if (body.size() + read > limit) {
                    throw tooLarge(limit);
                }
                body.write(piece, 0, read);
                if (System.nanoTime() > end) {
                    CutOff.after(request);
                    throw new Refused("The body did not arrive within " + IN_TOTAL.toSeconds() + " seconds.");
                }
                read = stream.read(piece);
            }
        } catch (IOException _) {
            CutOff.after(request);
            throw new Refused("The body did not arrive whole.");
        }
        return body.toByteArray();
    }

    private static Refused tooLarge(int limit) {
        return new Refused("The body is larger than " + limit + " bytes.");
    }
}
