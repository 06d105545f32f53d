// SPDX-License-Identifier: Apache-2.0
package org.harborline.synthetic;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/// A report as somebody else reads it, checked against the tests' own statement of the contract.
public final class Received {

    private final Document document;

    private Received(Document document) {
        this.document = document;
    }

    /// Reads a document that must be well formed and in the order of the contract.
    ///
    /// @throws IllegalArgumentException when it is not, with the parser's reason
    public static Received from(String xml) {
        String declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";
        if (!xml.startsWith(declaration)) {
            throw new IllegalArgumentException("no declaration");
        }
        String typed = declaration + "<!DOCTYPE report SYSTEM \"contract.dtd\">" + xml.substring(declaration.length());
        try {
            var factory = DocumentBuilderFactory.newDefaultInstance();
            factory.setValidating(true);
            var builder = factory.newDocumentBuilder();
            builder.setEntityResolver((_, _) -> new InputSource(Received.class.getResourceAsStream("contract.dtd")));
            builder.setErrorHandler(new Strict());
            return new Received(builder.parse(new InputSource(new StringReader(typed))));
        } catch (SAXException | ParserConfigurationException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The texts of all elements at that path of names, wherever it occurs.
    public List<String> texts(String... path) {
        return elements(path).stream().map(Element::getTextContent).toList();
    }

    /// All elements whose last names are that path.
    public List<Element> elements(String... path) {
        var nodes = document.getElementsByTagName(path[path.length - 1]);
        return IntStream.range(0, nodes.getLength())
                .mapToObj(i -> (Element) nodes.item(i))
                .filter(element -> below(element, path))
                .toList();
    }

    private static boolean below(Element element, String... path) {
        var node = element.getParentNode();
        for (int i = path.length - 2; i >= 0; i--) {
            if (node == null || !node.getNodeName().equals(path[i])) {
                return false;
            }
            node = node.getParentNode();
        }
        return true;
    }

    private static final class Strict implements ErrorHandler {

        @Override
        public void warning(SAXParseException e) throws SAXException {
            throw e;
        }

        @Override
        public void error(SAXParseException e) throws SAXException {
            throw e;
        }

        @Override
        public void fatalError(SAXParseException e) throws SAXException {
            throw e;
        }
    }
}
