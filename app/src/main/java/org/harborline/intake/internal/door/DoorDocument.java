// SPDX-License-Identifier: Apache-2.0
package org.harborline.intake.internal.door;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.harborline.intake.DoorDraft;
import org.harborline.intake.DoorEntry;
import org.harborline.intake.DoorField;
import org.harborline.intake.IncidentType;
import org.harborline.intake.internal.wire.ReportDocuments;
import org.harborline.platform.Code;

/// Writes a draft as the document that reporting companies send, so that all reports are read, gated, linked and
/// referred alike. Who reported is written apart.
final class DoorDocument {

    /// The nearest category of the interface. What fits none is the category without a rule of its own.
    private static final Map<String, IncidentType> CATEGORIES = Map.of(
            "contact", IncidentType.ENTICEMENT,
            "threat", IncidentType.ENTICEMENT,
            "person", IncidentType.MOLESTATION,
            "money", IncidentType.TRAFFICKING);

    private static final Map<String, String> TIMES = Map.of(
            "now", "it is going on now",
            "week", "within the last seven days",
            "month", "within the last month",
            "longer", "longer ago than a month",
            "unknown", "not known");

    private final DoorDraft draft;
    private final StringBuilder out = new StringBuilder();

    private DoorDocument(DoorDraft draft) {
        this.draft = draft;
    }

    static byte[] report(DoorDraft draft) {
        return new DoorDocument(draft).write().getBytes(StandardCharsets.UTF_8);
    }

    /// What the reporter said about themselves; without a line for somebody who stays unknown. It passes the gate too.
    static String sheet(DoorDraft draft) {
        String contact = draft.answer(DoorField.CONTACT);
        return contact.isEmpty()
                ? "<reporter/>"
                : "<reporter><contact>" + text(ReportDocuments.withoutContent(contact)) + "</contact></reporter>";
    }

    /// What triage needs, as codes and never as text.
    static List<Code> codes(DoorDraft draft) {
        var codes = new ArrayList<String>();
        codes.add("entry-" + draft.entry().path());
        if (draft.dangerNow()) {
            codes.add("danger-now");
        }
        for (DoorField field : List.of(DoorField.MEETING, DoorField.THREAT, DoorField.MISSING)) {
            if ("yes".equals(draft.answer(field))) {
                codes.add(field.key());
            }
        }
        String child = draft.answer(DoorField.CHILD);
        if (draft.entry() == DoorEntry.SURVIVOR || "me".equals(child) || "family".equals(child)) {
            codes.add("victim-or-family");
        }
        String when = draft.answer(DoorField.WHEN);
        if (when.equals("now") || when.equals("week")) {
            codes.add("recent");
        }
        return codes.stream().sorted().map(Code::of).toList();
    }

    private String write() {
        out.append("<report><incidentSummary>");
        element("incidentType", category().wireName());
        optional("platform", DoorField.SERVICE);
        if ("threat".equals(draft.answer(DoorField.ABOUT))) {
            out.append("<reportAnnotations><sextortion/></reportAnnotations>");
        }
        element("incidentDateTime", draft.begunAt().toString());
        element("incidentDateTimeDescription", when());
        out.append("</incidentSummary>");
        place();
        out.append("<reporter><reportingPerson><email>door@invalid.example</email></reportingPerson></reporter>");
        person();
        child();
        optional("additionalInfo", DoorField.TELL);
        return out.append("</report>").toString();
    }

    private IncidentType category() {
        return CATEGORIES.getOrDefault(draft.answer(DoorField.ABOUT), IncidentType.CSAM);
    }

    private String when() {
        String said = TIMES.getOrDefault(draft.answer(DoorField.WHEN), "not said");
        return "The time stated is that of the report. The person who reported says: " + said + ".";
    }

    private void place() {
        String where = draft.answer(DoorField.WHERE);
        String link = draft.answer(DoorField.LINK);
        boolean address = !link.isEmpty() && link.chars().noneMatch(DoorDocument::breaksAddress);
        if (address) {
            out.append("<internetDetails><webPageIncident>");
            element("url", link);
            out.append("</webPageIncident></internetDetails>");
        }
        List<String> said = new ArrayList<>();
        if (!where.isEmpty()) {
            said.add("Where: " + where + ".");
        }
        if (!link.isEmpty() && !address) {
            said.add("Link as typed: " + link);
        }
        if (!said.isEmpty()) {
            String kind = "person".equals(where) ? "nonInternetIncident" : "chatImIncident";
            out.append("<internetDetails><").append(kind).append('>');
            element("additionalInfo", String.join(" ", said));
            out.append("</").append(kind).append("></internetDetails>");
        }
    }

    private static boolean breaksAddress(int c) {
        return Character.isWhitespace(c) || Character.isISOControl(c);
    }

    private void person() {
        if (draft.answer(DoorField.ACCOUNT).isEmpty()
                && draft.answer(DoorField.PERSON).isEmpty()
                && draft.answer(DoorField.COUNTRY).isEmpty()) {
            return;
        }
        out.append("<personOrUserReported>");
        optional("espService", DoorField.SERVICE);
        optional("screenName", DoorField.ACCOUNT);
        if (!draft.answer(DoorField.COUNTRY).isEmpty()) {
            out.append("<estimatedLocation>");
            optional("countryCode", DoorField.COUNTRY);
            out.append("</estimatedLocation>");
        }
        optional("additionalInfo", DoorField.PERSON);
        out.append("</personOrUserReported>");
    }

    private void child() {
        if (!draft.answer(DoorField.AGE).isEmpty()) {
            out.append("<victim><victimPerson>");
            optional("age", DoorField.AGE);
            out.append("</victimPerson></victim>");
        }
    }

    private void optional(String name, DoorField field) {
        String value = draft.answer(field);
        if (!value.isEmpty()) {
            element(name, value);
        }
    }

    private void element(String name, String value) {
        out.append('<')
                .append(name)
                .append('>')
                .append(text(value))
                .append("</")
                .append(name)
                .append('>');
    }

    /// With the signs of XML written out. What it cannot hold was left out when it was typed.
    private static String text(String value) {
        return value.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
