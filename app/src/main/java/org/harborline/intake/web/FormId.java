// SPDX-License-Identifier: Apache-2.0
package org.harborline.intake.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.apache.tomcat.util.http.fileupload.FileItemIterator;
import org.apache.tomcat.util.http.fileupload.FileItemStream;
import org.apache.tomcat.util.http.fileupload.FileUpload;
import org.apache.tomcat.util.http.fileupload.UploadContext;
import org.harborline.intake.web.BoundedBody.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.util.InvalidMimeTypeException;

/// Reads the report number from the one field `id` of a form, in either encoding. Four kilobytes at most, in memory; a
/// part with a file name or of any type but plain text is refused, because nothing can be attached here.
final class FormId {

    private static final String FIELD = "id";
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}");
    private static final String EXPECTED = "Send one form field id with the number of the report.";

    private FormId() {}

    static long read(HttpServletRequest request) throws Refused {
        byte[] body = BoundedBody.read(request, BoundedBody.FORM);
        String type = type(request.getContentType());
        List<String> values = switch (type) {
            case MediaType.APPLICATION_FORM_URLENCODED_VALUE -> urlEncoded(body);
            case MediaType.MULTIPART_FORM_DATA_VALUE -> multipart(body, request.getContentType());
            default -> throw new Refused(EXPECTED);
        };
        if (values.size() != 1 || !NUMBER.matcher(values.getFirst()).matches()) {
            throw new Refused(EXPECTED);
        }
        return Long.parseLong(values.getFirst());
    }

    private static String type(String contentType) throws Refused {
        try {
            MediaType type = MediaType.parseMediaType(String.valueOf(contentType));
            return (type.getType() + "/" + type.getSubtype()).toLowerCase(Locale.ROOT);
        } catch (InvalidMediaTypeException | InvalidMimeTypeException _) {
            throw new Refused(EXPECTED);
        }
    }

    private static List<String> urlEncoded(byte[] body) throws Refused {
        List<String> values = new ArrayList<>();
        try {
            for (String pair : new String(body, StandardCharsets.UTF_8).split("&", -1)) {
                int equals = pair.indexOf('=');
                String name = equals < 0 ? pair : pair.substring(0, equals);
                if (URLDecoder.decode(name.strip(), StandardCharsets.UTF_8).equals(FIELD)) {
                    values.add(URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8)
                            .strip());
                }
            }
        } catch (IllegalArgumentException _) {
            throw new Refused(EXPECTED);
        }
        return values;
    }

    private static List<String> multipart(byte[] body, String contentType) throws Refused {
        List<String> values = new ArrayList<>();
        try {
            FileItemIterator parts = new FileUpload().getItemIterator(new Body(body, contentType));
            while (parts.hasNext()) {
                FileItemStream part = parts.next();
                if (!part.isFormField() || !isPlainText(part.getContentType())) {
                    throw new Refused("A part of the form is not plain text. Nothing can be attached here.");
                }
                try (InputStream value = part.openStream()) {
                    String text = new String(value.readAllBytes(), StandardCharsets.UTF_8).strip();
                    if (FIELD.equals(part.getFieldName())) {
                        values.add(text);
                    }
                }
            }
        } catch (IOException | IllegalArgumentException _) {
            throw new Refused(EXPECTED);
        }
        return values;
    }

    private static boolean isPlainText(@Nullable String partType) {
        return partType == null || partType.toLowerCase(Locale.ROOT).startsWith(MediaType.TEXT_PLAIN_VALUE);
    }

    /// What the form parser asks for.
    private static final class Body implements UploadContext {

        private final byte[] bytes;
        private final String contentType;

        Body(byte[] bytes, String contentType) {
            this.bytes = bytes;
            this.contentType = contentType;
        }

        @Override
        public long contentLength() {
            return bytes.length;
        }

        @Override
        public String getCharacterEncoding() {
            return StandardCharsets.UTF_8.name();
        }

        @Override
        public String getContentType() {
            return contentType;
        }

        @Override
        public InputStream getInputStream() {
            return new ByteArrayInputStream(bytes);
        }
    }
}
