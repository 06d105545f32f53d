// SPDX-License-Identifier: Apache-2.0
package org.harborline.intake.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.regex.Pattern;
import org.apache.tomcat.util.http.fileupload.FileItemIterator;
import org.apache.tomcat.util.http.fileupload.FileItemStream;
import org.apache.tomcat.util.http.fileupload.FileUpload;
import org.apache.tomcat.util.http.fileupload.servlet.ServletRequestContext;
import org.harborline.intake.web.BoundedBody.Refused;
import org.jspecify.annotations.Nullable;

/// A form with the number of a report and an item, of which the item passes by: its bytes are counted and dropped as
/// they come, a few thousand at a time, and nothing else is done with them.
///
/// @param report the number in the field `id`
/// @param bytes how many passed by
record DrainedUpload(long report, long bytes) {

    private static final String ID = "id";
    private static final String ITEM = "file";
    private static final int LONGEST = 32;
    static final Duration IN_TOTAL = Duration.ofMinutes(10);
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}");
    private static final String EXPECTED =
            "Send a multipart form with the field id, the number of the report, and the part file, each once.";

    /// Reads the form to its end, in whichever order its parts come.
    ///
    /// @param limit for all of it
    /// @throws Refused when it is no such form, or does not come in time
    static DrainedUpload read(HttpServletRequest request, Duration limit) throws Refused {
        String number = null;
        Long passed = null;
        var timed = new Timed(request, limit);
        try {
            FileItemIterator parts = new FileUpload().getItemIterator(timed);
            while (parts.hasNext()) {
                FileItemStream part = parts.next();
                try (InputStream content = part.openStream()) {
                    if (ID.equals(part.getFieldName()) && part.isFormField()) {
                        requireFirst(number);
                        number = new String(content.readNBytes(LONGEST), StandardCharsets.US_ASCII).strip();
                    }
                    long rest = content.transferTo(OutputStream.nullOutputStream());
                    if (ITEM.equals(part.getFieldName())) {
                        requireFirst(passed);
                        passed = rest;
                    }
                }
            }
        } catch (IOException | IllegalArgumentException _) {
            if (timed.isOver()) {
                CutOff.after(request);
                throw new Refused("The upload did not pass by within " + limit.toSeconds() + " seconds.");
            }
            throw new Refused(EXPECTED);
        }
        return of(number, passed);
    }

    /// Of two numbers nobody can tell which was meant.
    private static void requireFirst(@Nullable Object before) throws Refused {
        if (before != null) {
            throw new Refused(EXPECTED);
        }
    }

    /// The body of a request, which ends with a failure when its time is over.
    private static final class Timed extends ServletRequestContext {

        private final long end;

        Timed(HttpServletRequest request, Duration limit) {
            super(request);
            this.end = System.nanoTime() + limit.toNanos();
        }

        boolean isOver() {
            return System.nanoTime() >= end;
        }

        @Override
        public InputStream getInputStream() throws IOException {
            return new FilterInputStream(super.getInputStream()) {

                @Override
                public int read() throws IOException {
                    requireTime();
                    return super.read();
                }

                @Override
                public int read(byte[] into, int from, int length) throws IOException {
                    requireTime();
                    return super.read(into, from, length);
                }
            };
        }

        private void requireTime() throws IOException {
            if (isOver()) {
                throw new IOException("too slow");
            }
        }
    }

    private static DrainedUpload of(@Nullable String number, @Nullable Long passed) throws Refused {
        if (number == null || passed == null || !NUMBER.matcher(number).matches()) {
            throw new Refused(EXPECTED);
        }
        return new DrainedUpload(Long.parseLong(number), passed);
    }
}
