// SPDX-License-Identifier: Apache-2.0
package org.harborline.intake.internal.wire;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import javax.xml.validation.ValidatorHandler;
import org.jspecify.annotations.Nullable;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.AttributesImpl;

/// Decides whether a document fits the schema, with the validator of the JDK. The schema is compiled once; validators
/// are kept and used again, because making one costs more than a small document.
final class Judge {

    private final Schema schema;
    private final Queue<ValidatorHandler> idle = new ConcurrentLinkedQueue<>();

    Judge(byte[] source) {
        try {
            SchemaFactory factory = SchemaFactory.newDefaultInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            factory.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
            this.schema = factory.newSchema(new StreamSource(new ByteArrayInputStream(source)));
        } catch (SAXException e) {
            throw new IllegalStateException("the schema of the provider interface cannot be compiled", e);
        }
    }

    /// Places where the document does not fit, with the validator's own words; empty when it fits.
    List<Finding> faults(WireElement root) {
        ValidatorHandler handler = Objects.requireNonNullElseGet(idle.poll(), schema::newValidatorHandler);
        Replay replay = new Replay();
        handler.setErrorHandler(replay);
        try {
            handler.startDocument();
            replay.play(root, handler);
            handler.endDocument();
        } catch (SAXException e) {
            throw new IllegalStateException("the validator failed on a document that was already read", e);
        }
        idle.offer(handler);
        return replay.faults;
    }

    /// Walks the element tree as a stream of events and remembers where the validator complained.
    private static final class Replay implements ErrorHandler {

        private final List<Finding> faults = new ArrayList<>(0);
        private @Nullable WireElement current;

        void play(WireElement element, ValidatorHandler handler) throws SAXException {
            current = element;
            var attributes = new AttributesImpl();
            element.attributes()
                    .forEach((name, value) ->
                            attributes.addAttribute("", name, name, "CDATA", String.valueOf(counted(value))));
            handler.startElement(element.namespace(), element.name(), element.name(), attributes);
            if (!element.text().isEmpty()
                    && (element.children().isEmpty() || !element.text().isBlank())) {
                char[] text = counted(element.text());
                handler.characters(text, 0, text.length);
            }
            for (WireElement child : element.children()) {
                if (isFull()) {
                    break;
                }
                play(child, handler);
            }
            current = element;
            handler.endElement(element.namespace(), element.name(), element.name());
        }

        /// No more is read then. What was begun is still ended, so that the validator can be used again.
        private boolean isFull() {
            return faults.size() >= Findings.LIMIT;
        }

        /// The validator counts halves of characters outside the basic plane as characters, against the schema
        /// language. It is shown one other character for each.
        private static char[] counted(String text) {
            if (text.chars().noneMatch(unit -> Character.isSurrogate((char) unit))) {
                return text.toCharArray();
            }
            var counted = new StringBuilder(text.length());
            text.codePoints().forEach(point -> counted.append(Character.isBmpCodePoint(point) ? (char) point : '*'));
            return counted.toString().toCharArray();
        }

        @Override
        public void error(SAXParseException fault) {
            WireElement at = Objects.requireNonNull(current);
            if (!isFull()) {
                faults.add(Finding.at(at, "does not fit the schema here (" + rule(fault) + ")"));
            }
        }

        /// The name of the broken rule. The rest of the message may repeat what was sent.
        private static String rule(SAXParseException fault) {
            String message = String.valueOf(fault.getMessage());
            int colon = message.indexOf(':');
            return colon > 0 && colon < 60 ? message.substring(0, colon) : "see the schema";
        }

        @Override
        public void fatalError(SAXParseException fault) {
            error(fault);
        }

        @Override
        public void warning(SAXParseException fault) {
            // a warning leaves a document valid
        }
    }
}
