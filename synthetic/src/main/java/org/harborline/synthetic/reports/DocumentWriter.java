// SPDX-License-Identifier: Apache-2.0
package org.harborline.synthetic.reports;

import java.io.StringWriter;
import java.util.OptionalLong;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/// Writes an element tree in contract order.
final class DocumentWriter {

    // The JDK's own, whatever else is on the class path: the bytes must be the same everywhere.
    private static final XMLOutputFactory FACTORY = XMLOutputFactory.newDefaultFactory();

    private final XMLStreamWriter out;
    private final Numbering numbering;

    private DocumentWriter(XMLStreamWriter out, Numbering numbering) {
        this.out = out;
        this.numbering = numbering;
    }

    static String write(Element root, Numbering numbering) {
        var text = new StringWriter(4096);
        try {
            var out = FACTORY.createXMLStreamWriter(text);
            out.writeStartDocument("UTF-8", "1.0");
            new DocumentWriter(out, numbering).write(root);
            out.writeEndDocument();
            out.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("a document in memory could not be written", e);
        }
        return text.toString();
    }

    private void write(Element element) throws XMLStreamException {
        if (isReference(element)) {
            writeReference(element);
            return;
        }
        var children = element.orderedChildren();
        if (children.isEmpty() && element.text().isEmpty()) {
            out.writeEmptyElement(element.name());
            writeAttributes(element);
            return;
        }
        out.writeStartElement(element.name());
        writeAttributes(element);
        if (element.text().isPresent()) {
            out.writeCharacters(element.text().get());
        }
        for (Element child : children) {
            write(child);
        }
        out.writeEndElement();
    }

    private void writeAttributes(Element element) throws XMLStreamException {
        for (var attribute : element.attributes().entrySet()) {
            out.writeAttribute(attribute.getKey(), attribute.getValue());
        }
    }

    static boolean isReference(Element element) {
        return element.name().equals("priorCTReports") || element.name().equals("priorCTReport");
    }

    private void writeReference(Element element) throws XMLStreamException {
        OptionalLong number = numbering.numberOf(Long.parseLong(element.text().orElseThrow()));
        if (number.isPresent()) {
            out.writeStartElement(element.name());
            out.writeCharacters(Long.toString(number.getAsLong()));
            out.writeEndElement();
        }
    }
}
