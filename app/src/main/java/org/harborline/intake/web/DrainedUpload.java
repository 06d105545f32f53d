// SPDX-License-Identifier: Apache-2.0
package org.harborline.intake.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
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
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}");
    private static final String EXPECTED =
            "Send a multipart form with the field id, the number of the report, and the part file.";

    /// Reads the form to its end, in whichever order its parts come.
    ///
    /// @throws Refused when it is no such form
    static DrainedUpload read(HttpServletRequest request) throws Refused {
        String number = null;
        Long passed = null;
        try {
            FileItemIterator parts = new FileUpload().getItemIterator(new ServletRequestContext(request));
            while (parts.hasNext()) {
                FileItemStream part = parts.next();
                try (InputStream content = part.openStream()) {
                    if (ID.equals(part.getFieldName()) && part.isFormField()) {
                        number = new String(content.readNBytes(LONGEST), StandardCharsets.US_ASCII).strip();
                    }
                    long rest = content.transferTo(OutputStream.nullOutputStream());
                    if (ITEM.equals(part.getFieldName())) {
                        passed = rest;
                    }
                }
            }
        } catch (IOException | IllegalArgumentException _) {
            throw new Refused(EXPECTED);
        }
        return of(number, passed);
    }

    private static DrainedUpload of(@Nullable String number, @Nullable Long passed) throws Refused {
        if (number == null || passed == null || !NUMBER.matcher(number).matches()) {
            throw new Refused(EXPECTED);
        }
        return new DrainedUpload(Long.parseLong(number), passed);
    }
}
