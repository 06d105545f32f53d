// SPDX-License-Identifier: Apache-2.0
package org.harborline.intake.web;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/// Writes what was typed by hand as the document a machine would send, so that both go one way from here.
final class HandDocument {

    /// Lines of the rubric that the form can state.
    static final Set<String> LINES = Set.of(
            "account",
            "account-name",
            "account-contact",
            "child",
            "account-of-events",
            "service",
            "place",
            "network",
            "time-meaning",
            "network-time");

    private final XMLStreamWriter out;

    private HandDocument(XMLStreamWriter out) {
        this.out = out;
    }

    /// A report document. The form was checked.
    static byte[] of(HandForm form) {
        var bytes = new ByteArrayOutputStream();
        try {
            var writer = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(bytes, "UTF-8");
            writer.writeStartDocument("UTF-8", "1.0");
            new HandDocument(writer).report(form);
            writer.writeEndDocument();
            writer.close();
        } catch (XMLStreamException impossible) {
            throw new IllegalStateException("nothing is in the way of writing to memory", impossible);
        }
        return bytes.toByteArray();
    }

    private void report(HandForm form) throws XMLStreamException {
        out.writeStartElement("report");
        summary(form);
        places(form);
        agency(form);
        reporter(form);
        person(form);
        child(form);
        text("additionalInfo", HandForm.text(form.more()));
        out.writeEndElement();
    }

    private void summary(HandForm form) throws XMLStreamException {
        out.writeStartElement("incidentSummary");
        text("incidentType", Optional.of(Objects.requireNonNull(form.type()).wireName()));
        text("platform", HandForm.text(form.platform()));
        text("escalateToHighPriority", HandForm.text(form.urgent()));
        text("incidentDateTime", HandForm.time(form.when()));
        text("incidentDateTimeDescription", HandForm.text(form.whenMeans()));
        out.writeEndElement();
    }

    private void places(HandForm form) throws XMLStreamException {
        List<String> urls = HandForm.lines(form.urls());
        if (!urls.isEmpty()) {
            out.writeStartElement("internetDetails");
            out.writeStartElement("webPageIncident");
            all("url", urls);
            out.writeEndElement();
            out.writeEndElement();
        }
        if (HandForm.text(form.room()).isPresent()) {
            out.writeStartElement("internetDetails");
            out.writeStartElement("chatImIncident");
            text("chatClient", HandForm.text(form.platform()));
            text("chatRoomName", HandForm.text(form.room()));
            out.writeEndElement();
            out.writeEndElement();
        }
    }

    private void agency(HandForm form) throws XMLStreamException {
        if (HandForm.text(form.agency()).isPresent()) {
            out.writeStartElement("lawEnforcement");
            text("agencyName", HandForm.text(form.agency()));
            text("caseNumber", HandForm.text(form.caseNumber()));
            text("reportedToLe", Optional.of("true"));
            out.writeEndElement();
        }
    }

    private void reporter(HandForm form) throws XMLStreamException {
        out.writeStartElement("reporter");
        out.writeStartElement("reportingPerson");
        text("lastName", HandForm.text(form.reporter()));
        text("email", HandForm.text(form.reporterMail()));
        out.writeEndElement();
        out.writeEndElement();
    }

    private void person(HandForm form) throws XMLStreamException {
        List<String> phones = HandForm.lines(form.phone());
        List<String> mails = HandForm.lines(form.mail());
        List<String> earlier = HandForm.lines(form.earlier());
        if (!names(form) && phones.isEmpty() && mails.isEmpty() && earlier.isEmpty()) {
            return;
        }
        out.writeStartElement("personOrUserReported");
        if (!phones.isEmpty() || !mails.isEmpty()) {
            out.writeStartElement("personOrUserReportedPerson");
            all("phone", phones);
            all("email", mails);
            out.writeEndElement();
        }
        text("espIdentifier", HandForm.text(form.identifier()));
        text("screenName", HandForm.text(form.screenName()));
        all("profileUrl", HandForm.lines(form.profile()));
        address(form);
        all("priorCTReports", earlier);
        text("additionalInfo", HandForm.text(form.aboutPerson()));
        out.writeEndElement();
    }

    private static boolean names(HandForm form) {
        return List.of(
                        HandForm.text(form.identifier()),
                        HandForm.text(form.screenName()),
                        HandForm.text(form.profile()),
                        HandForm.text(form.address()),
                        HandForm.text(form.aboutPerson()))
                .stream()
                .anyMatch(Optional::isPresent);
    }

    private void address(HandForm form) throws XMLStreamException {
        if (HandForm.text(form.address()).isPresent()) {
            out.writeStartElement("ipCaptureEvent");
            text("ipAddress", HandForm.text(form.address()));
            text("dateTime", HandForm.time(form.addressWhen()));
            out.writeEndElement();
        }
    }

    private void child(HandForm form) throws XMLStreamException {
        Optional<String> age = HandForm.text(form.childAge());
        Optional<String> identifier = HandForm.text(form.childIdentifier());
        Optional<String> name = HandForm.text(form.childScreenName());
        if (age.isEmpty() && identifier.isEmpty() && name.isEmpty()) {
            return;
        }
        out.writeStartElement("victim");
        out.writeStartElement("victimPerson");
        text("age", age);
        out.writeEndElement();
        text("espIdentifier", identifier);
        text("screenName", name);
        out.writeEndElement();
    }

    private void all(String element, List<String> values) throws XMLStreamException {
        for (String value : values) {
            text(element, Optional.of(value));
        }
    }

    /// Characters that no document can hold are left out: nobody typed them on purpose.
    private void text(String element, Optional<String> value) throws XMLStreamException {
        if (value.isPresent()) {
            out.writeStartElement(element);
            out.writeCharacters(writable(value.get()));
            out.writeEndElement();
        }
    }

    private static String writable(String text) {
        return text.codePoints()
                .filter(HandDocument::isWritable)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static boolean isWritable(int point) {
        boolean surrogate = point >= 0xD800 && point <= 0xDFFF;
        boolean noCharacter = point == 0xFFFE || point == 0xFFFF;
        return point == '\n' || point == '\t' || (point >= 0x20 && !surrogate && !noCharacter);
    }
}
