// SPDX-License-Identifier: Apache-2.0
package org.harborline.synthetic.wire;

import java.io.StringReader;
import java.net.http.HttpResponse;
import java.util.OptionalLong;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/// Reads `reportResponse` and `reportDoneResponse`; a body that is neither counts as an answer without a code.
final class AnswerReader {

    private static final XMLInputFactory FACTORY = factory();

    private int code = Answer.NO_CODE;
    private OptionalLong reportId = OptionalLong.empty();
    private String description = "";

    private AnswerReader() {}

    static Answer read(HttpResponse<String> response) {
        var reader = new AnswerReader();
        try {
            reader.readBody(response.body());
        } catch (XMLStreamException | NumberFormatException _) {
            reader.code = Answer.NO_CODE;
        }
        return new Answer(response.statusCode(), reader.code, reader.reportId, reader.description);
    }

    private void readBody(String body) throws XMLStreamException {
        var xml = FACTORY.createXMLStreamReader(new StringReader(body));
        while (xml.hasNext()) {
            if (xml.next() == XMLStreamConstants.START_ELEMENT) {
                readElement(xml);
            }
        }
        xml.close();
    }

    private void readElement(XMLStreamReader xml) throws XMLStreamException {
        switch (xml.getLocalName()) {
            case "responseCode" -> code = Integer.parseInt(xml.getElementText().strip());
            case "responseDescription" -> description = xml.getElementText();
            case "reportId" ->
                reportId = OptionalLong.of(Long.parseLong(xml.getElementText().strip()));
            default -> {
                // The two roots, and what a later version of the interface may add.
            }
        }
    }

    private static XMLInputFactory factory() {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory;
    }
}
