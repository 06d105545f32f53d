// SPDX-License-Identifier: Apache-2.0
package org.harborline.intake.internal.wire;

import com.ctc.wstx.api.WstxInputProperties;
import com.ctc.wstx.stax.WstxInputFactory;
import java.io.ByteArrayInputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javax.xml.XMLConstants;
import javax.xml.stream.Location;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.codehaus.stax2.XMLInputFactory2;
import org.jspecify.annotations.Nullable;

/// The one place where XML from outside is read. No document type, no entities but the five of XML, nothing fetched,
/// and limits on depth, size and number of everything.
final class DocumentReader {

    static final int MAX_DEPTH = 64;
    static final int MAX_ATTRIBUTES = 16;
    static final int MAX_ATTRIBUTE_LENGTH = 4096;
    static final int MAX_TEXT_LENGTH = 2_000_000;
    static final int MAX_ELEMENTS = 100_000;

    private static final Set<String> ENCODINGS = Set.of(
            "UTF-8", "UTF8", "UTF-16", "UTF-16LE", "UTF-16BE", "ISO-8859-1", "US-ASCII", "ASCII", "WINDOWS-1252");
    private static final Set<String> SCHEMA_HINTS = Set.of("noNamespaceSchemaLocation", "schemaLocation");

    private final XMLInputFactory factory;
    private final int longestText;

    /// A reader of what comes from outside.
    DocumentReader() {
        this.factory = limited();
        this.longestText = MAX_TEXT_LENGTH;
    }

    private DocumentReader(XMLInputFactory factory, int longestText) {
        this.factory = factory;
        this.longestText = longestText;
    }

    /// A reader of what was accepted and kept, without limits on size. They were kept to when it arrived, and markers
    /// may be longer than what they replace: what is filed must be readable.
    static DocumentReader ofKept() {
        return new DocumentReader(unlimited(), Integer.MAX_VALUE);
    }

    private static XMLInputFactory limited() {
        XMLInputFactory2 factory = hardened();
        factory.setProperty(WstxInputProperties.P_MAX_ELEMENT_DEPTH, MAX_DEPTH);
        factory.setProperty(WstxInputProperties.P_MAX_ELEMENT_COUNT, (long) MAX_ELEMENTS);
        factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTES_PER_ELEMENT, MAX_ATTRIBUTES);
        factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTE_SIZE, MAX_ATTRIBUTE_LENGTH);
        factory.setProperty(WstxInputProperties.P_MAX_TEXT_LENGTH, MAX_TEXT_LENGTH);
        return factory;
    }

    private static XMLInputFactory unlimited() {
        XMLInputFactory2 factory = hardened();
        factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTE_SIZE, Integer.MAX_VALUE);
        factory.setProperty(WstxInputProperties.P_MAX_TEXT_LENGTH, Integer.MAX_VALUE);
        return factory;
    }

    private static XMLInputFactory2 hardened() {
        XMLInputFactory2 factory = new WstxInputFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, true);
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, true);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        factory.setXMLResolver((_, systemId, _, _) -> {
            throw new XMLStreamException("nothing is fetched: " + (systemId == null ? "" : "external reference"));
        });
        factory.setProperty(XMLInputFactory2.P_LAZY_PARSING, false);
        factory.setProperty(WstxInputProperties.P_MAX_ENTITY_COUNT, 1);
        factory.setProperty(WstxInputProperties.P_MAX_DTD_DEPTH, 1);
        return factory;
    }

    /// Reads a whole document.
    ///
    /// @param charset what the transport said; counts only where the document says nothing itself
    /// @throws DocumentRefused with [DocumentRefused.Layer#FORM] for anything that is not one well-formed document
    WireElement read(byte[] document, @Nullable String charset) {
        try {
            XMLStreamReader reader = open(document, charset);
            try {
                return readDocument(reader);
            } finally {
                reader.close();
            }
        } catch (XMLStreamException e) {
            Location at = e.getLocation();
            throw refused(
                    at == null ? 0 : at.getLineNumber(), at == null ? 0 : at.getColumnNumber(), sentence(e), document);
        } catch (MalformedInput e) {
            throw refused(e.line, e.column, e.sentence, document);
        } catch (IllegalArgumentException _) {
            throw refused(1, 1, "the encoding named in the document is not one this server reads", document);
        }
    }

    private XMLStreamReader open(byte[] document, @Nullable String charset) throws XMLStreamException {
        var bytes = new ByteArrayInputStream(document);
        if (charset == null || !startsLikeMarkup(document)) {
            return factory.createXMLStreamReader(bytes);
        }
        requireReadable(charset);
        return factory.createXMLStreamReader(bytes, charset);
    }

    /// Whether the document begins directly with a tag, so that it says nothing about its own encoding.
    private static boolean startsLikeMarkup(byte[] document) {
        return document.length > 1 && document[0] == '<' && document[1] != '?' && document[1] != 0;
    }

    private static void requireReadable(@Nullable String encoding) {
        if (encoding != null && !ENCODINGS.contains(encoding.toUpperCase(Locale.ROOT))) {
            throw new MalformedInput(1, 1, "send UTF-8; UTF-16, ISO-8859-1, US-ASCII and windows-1252 are read too");
        }
    }

    /// A document of version 1.1 may hold characters that none of 1.0 can, so it could not be written again.
    private static void requireVersion(@Nullable String version) {
        if (version != null && !version.equals("1.0")) {
            throw new MalformedInput(1, 1, "send XML of version 1.0");
        }
    }

    private WireElement readDocument(XMLStreamReader reader) throws XMLStreamException {
        requireReadable(reader.getEncoding());
        requireVersion(reader.getVersion());
        Deque<Building> open = new ArrayDeque<>();
        WireElement root = null;
        while (reader.hasNext()) {
            switch (reader.next()) {
                case XMLStreamConstants.DTD ->
                    throw new MalformedInput(
                            reader.getLocation(), "a document type declaration is not allowed here; remove it");
                case XMLStreamConstants.ENTITY_REFERENCE ->
                    throw new MalformedInput(reader.getLocation(), "only the five entities of XML itself may be used");
                case XMLStreamConstants.START_ELEMENT -> open.push(new Building(reader, longestText));
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
                    if (!open.isEmpty()) {
                        open.getFirst().take(reader);
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    WireElement done = open.pop().finish();
                    if (open.isEmpty()) {
                        root = done;
                    } else {
                        open.getFirst().children.add(done);
                    }
                }
                default -> {
                    // comments and processing instructions say nothing here
                }
            }
        }
        if (root == null) {
            throw new MalformedInput(1, 1, "there is no element");
        }
        return root;
    }

    /// The parser's own words, without what it adds about the place, and short.
    private static String sentence(XMLStreamException e) {
        String message = e.getMessage() == null ? "not well-formed" : e.getMessage();
        int end = message.indexOf('\n');
        String first = (end < 0 ? message : message.substring(0, end)).strip();
        return "not well-formed: " + (first.length() > 160 ? first.substring(0, 160) : first);
    }

    private static DocumentRefused refused(int line, int column, String sentence, byte[] document) {
        return new DocumentRefused(
                DocumentRefused.Layer.FORM,
                List.of(new Finding(line, column, "document", sentence)),
                Escalations.looksEscalated(document));
    }

    /// An element whose end has not been seen.
    private static final class Building {

        private final String namespace;
        private final String name;
        private final Map<String, String> attributes;
        private final List<WireElement> children = new ArrayList<>(4);
        private final int line;
        private final int column;
        private final int longestText;
        private @Nullable String only;
        private @Nullable StringBuilder text;

        Building(XMLStreamReader reader, int longestText) {
            this.longestText = longestText;
            this.namespace = reader.getNamespaceURI() == null ? "" : reader.getNamespaceURI();
            this.name = reader.getLocalName();
            this.attributes = attributes(reader);
            this.line = reader.getLocation().getLineNumber();
            this.column = reader.getLocation().getColumnNumber();
        }

        private static Map<String, String> attributes(XMLStreamReader reader) {
            int count = reader.getAttributeCount();
            if (count == 0) {
                return Map.of();
            }
            Map<String, String> attributes = LinkedHashMap.newLinkedHashMap(count);
            for (int i = 0; i < count; i++) {
                String local = reader.getAttributeLocalName(i);
                String namespace = reader.getAttributeNamespace(i);
                boolean hint =
                        XMLConstants.W3C_XML_SCHEMA_INSTANCE_NS_URI.equals(namespace) && SCHEMA_HINTS.contains(local);
                if (!hint) {
                    String prefix = reader.getAttributePrefix(i);
                    attributes.put(
                            prefix == null || prefix.isEmpty() ? local : prefix + ":" + local,
                            reader.getAttributeValue(i));
                }
            }
            return attributes;
        }

        void take(XMLStreamReader reader) {
            String piece = reader.getText();
            if (only == null) {
                only = piece;
                return;
            }
            if (text == null) {
                text = new StringBuilder(only);
            }
            if (text.length() + piece.length() > longestText) {
                throw new MalformedInput(reader.getLocation(), "the text of one element is too long");
            }
            text.append(piece);
        }

        WireElement finish() {
            String all = text != null ? text.toString() : only == null ? "" : only;
            requireCharacters(all);
            attributes.values().forEach(this::requireCharacters);
            return new WireElement(namespace, name, attributes, List.copyOf(children), all, line, column);
        }

        /// The parser lets the last two units through where an encoding writes them as they are, and refuses
        /// them in what is written from it.
        private void requireCharacters(String value) {
            if (value.indexOf('\uFFFE') >= 0 || value.indexOf('\uFFFF') >= 0) {
                throw new MalformedInput(line, column, "holds a character that XML does not allow");
            }
        }
    }

    /// Found by us, not by the parser.
    private static final class MalformedInput extends RuntimeException {

        private final int line;
        private final int column;
        private final String sentence;

        MalformedInput(Location at, String sentence) {
            this(at.getLineNumber(), at.getColumnNumber(), sentence);
        }

        MalformedInput(int line, int column, String sentence) {
            super(sentence, null, false, false);
            this.line = line;
            this.column = column;
            this.sentence = sentence;
        }
    }
}
