// SPDX-License-Identifier: Apache-2.0
package org.harborline.intake.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.harborline.intake.FilingAnswer;
import org.harborline.intake.ReportNumber;
import org.harborline.intake.WireCode;

/// Writes answers as clients expect them: never a prefix or a namespace, always code and description, and the one
/// answer without a description to a report that was filed.
final class WireAnswers {

    private static final XMLOutputFactory FACTORY = XMLOutputFactory.newFactory();
    private static final Pattern UNWRITABLE = Pattern.compile("[^\\t\\n\\x20-\\uD7FF\\uE000-\\uFFFD]");

    private WireAnswers() {}

    /// Answers with `reportResponse`.
    static void write(HttpServletResponse response, FilingAnswer answer) throws IOException {
        send(response, answer.code(), document(writer -> {
            writer.writeStartElement("reportResponse");
            element(writer, "responseCode", Integer.toString(answer.code().number()));
            element(
                    writer,
                    "responseDescription",
                    UNWRITABLE.matcher(answer.description()).replaceAll("?"));
            ReportNumber report = answer.report();
            if (report != null) {
                element(writer, "reportId", report.toString());
            }
            String item = answer.item();
            if (item != null) {
                element(writer, "fileId", item);
            }
            writer.writeEndElement();
        }));
    }

    /// Answers with `reportDoneResponse`.
    static void writeDone(HttpServletResponse response, FilingAnswer answer, ReportNumber report) throws IOException {
        send(response, answer.code(), document(writer -> {
            writer.writeStartElement("reportDoneResponse");
            element(writer, "responseCode", Integer.toString(answer.code().number()));
            element(writer, "reportId", report.toString());
            writer.writeStartElement("files");
            for (String item : answer.items()) {
                element(writer, "fileId", item);
            }
            writer.writeEndElement();
            writer.writeEndElement();
        }));
    }

    private static void send(HttpServletResponse response, WireCode code, String document) throws IOException {
        byte[] body = document.getBytes(StandardCharsets.UTF_8);
        response.setStatus(code.status());
        response.setContentType("application/xml");
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    private interface Content {
        void write(XMLStreamWriter writer) throws XMLStreamException;
    }

    private static String document(Content content) {
        var text = new StringWriter(256);
        try {
            XMLStreamWriter writer = FACTORY.createXMLStreamWriter(text);
            writer.writeStartDocument("UTF-8", "1.0");
            content.write(writer);
            writer.writeEndDocument();
            writer.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("an answer cannot be written", e);
        }
        return text.toString();
    }

    private static void element(XMLStreamWriter writer, String name, String text) throws XMLStreamException {
        writer.writeStartElement(name);
        writer.writeCharacters(text);
        writer.writeEndElement();
    }
}
