// SPDX-License-Identifier: Apache-2.0
package org.harborline.intake.internal.wire;

import com.ctc.wstx.stax.WstxOutputFactory;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/// Writes documents as text: what is kept of a report, and answers.
final class WireText {

    private static final XMLOutputFactory FACTORY = new WstxOutputFactory();

    private WireText() {}

    /// An element and everything in it, without a declaration.
    static String of(WireElement root) {
        var text = new StringWriter(1024);
        try {
            XMLStreamWriter writer = FACTORY.createXMLStreamWriter(text);
            write(root, writer);
            writer.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("a document that was read cannot be written", e);
        }
        return text.toString();
    }

    private static void write(WireElement element, XMLStreamWriter writer) throws XMLStreamException {
        writer.writeStartElement(element.name());
        for (Map.Entry<String, String> attribute : element.attributes().entrySet()) {
            writer.writeAttribute(attribute.getKey(), attribute.getValue());
        }
        if (element.children().isEmpty() && !element.text().isEmpty()) {
            writer.writeCharacters(element.text());
        }
        for (WireElement child : element.children()) {
            write(child, writer);
        }
        writer.writeEndElement();
    }

    /// An element with children, made here.
    static WireElement parent(String name, List<WireElement> children) {
        return new WireElement("", name, Map.of(), children, "", 0, 0);
    }
}
