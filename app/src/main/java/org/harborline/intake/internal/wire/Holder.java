// SPDX-License-Identifier: Apache-2.0
package org.harborline.intake.internal.wire;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.harborline.intake.CaptureEvent;
import org.harborline.intake.IdentifierKind;
import org.harborline.intake.PartyRole;
import org.harborline.intake.ReceivedReport.StatedLocation;
import org.harborline.intake.StatedIdentifier;
import org.harborline.intake.StatedIdentifier.Quality;
import org.harborline.intake.StatedTime;
import org.harborline.platform.Code;
import org.jspecify.annotations.Nullable;

/// Whose identifiers are being read: one party, or one incident, of a report.
///
/// @param path position of the party in the document
/// @param compromised what the sender said about the whole account
/// @param thirdParty what the sender said about the whole account
record Holder(
        Statements statements,
        PartyRole role,
        int party,
        String path,
        @Nullable Boolean compromised,
        @Nullable Boolean thirdParty) {

    /// How an extension stands behind its number, as people write it.
    private static final String EXTENSION = " ext. ";

    /// Every child of that name as an identifier of that kind.
    void each(WireElement parent, String child, IdentifierKind kind, @Nullable String qualifier) {
        List<WireElement> all = parent.all(child);
        for (int i = 0; i < all.size(); i++) {
            plain(all.get(i), kind, qualifier, at(child, i));
        }
    }

    private void plain(WireElement element, IdentifierKind kind, @Nullable String qualifier, String where) {
        if (!element.value().isEmpty()) {
            statements.identifier(new StatedIdentifier(
                    kind,
                    element.value(),
                    qualifier,
                    element.attribute("type").orElse(null),
                    role,
                    party,
                    null,
                    null,
                    null,
                    quality(element, null),
                    where));
        }
    }

    void phones(WireElement parent, String child) {
        List<WireElement> all = parent.all(child);
        for (int i = 0; i < all.size(); i++) {
            String code = all.get(i)
                    .attribute("countryCallingCode")
                    .filter(text -> !text.isEmpty())
                    .orElse(null);
            WireElement number = all.get(i);
            String extension = number.attribute("extension")
                    .filter(text -> !text.isEmpty() && !number.value().isEmpty())
                    .map(text -> number.value() + EXTENSION + text)
                    .orElse(number.value());
            plain(number.withText(extension), IdentifierKind.PHONE, code, at(child, i));
        }
    }

    void captures(WireElement parent) {
        List<WireElement> addresses = parent.all("ipCaptureEvent");
        for (int i = 0; i < addresses.size(); i++) {
            capture(addresses.get(i), IdentifierKind.IP_ADDRESS, "ipAddress", null, at("ipCaptureEvent", i));
        }
        List<WireElement> devices = parent.all("deviceId");
        for (int i = 0; i < devices.size(); i++) {
            String type = devices.get(i).childValue("idType").orElse(null);
            capture(devices.get(i), IdentifierKind.DEVICE_ID, "idValue", type, at("deviceId", i));
        }
    }

    private void capture(
            WireElement element, IdentifierKind kind, String valueName, @Nullable String qualifier, String where) {
        Optional<String> value = element.childValue(valueName);
        if (value.isEmpty()) {
            return;
        }
        statements.identifier(new StatedIdentifier(
                kind,
                value.get(),
                qualifier,
                null,
                role,
                party,
                element.childValue("eventName")
                        .map(name -> CaptureEvent.valueOf(name.toUpperCase(Locale.ROOT)))
                        .orElse(null),
                element.childValue("dateTime").flatMap(WireTimes::time).orElse(null),
                element.childValue("port").map(Integer::valueOf).orElse(null),
                quality(element, WireValues.stated(element, "possibleProxy").orElse(null)),
                where));
    }

    private Quality quality(WireElement element, @Nullable Boolean possibleProxy) {
        StatedTime verifiedAt = element.attribute("verificationDate")
                .flatMap(WireTimes::dateOrTime)
                .orElse(null);
        Boolean verified = element.attribute("verified").map(WireValues::truth).orElse(null);
        return new Quality(
                verified, verifiedAt, possibleProxy, compromised, thirdParty, ReportersOwn.isMarked(element));
    }

    /// Addresses are places and identifiers at once.
    void addresses(WireElement parent, String child, String plainSource) {
        List<WireElement> all = parent.all(child);
        for (int i = 0; i < all.size(); i++) {
            address(all.get(i), plainSource, at(child, i));
        }
    }

    private void address(WireElement address, String plainSource, String where) {
        String whole = Stream.of("address", "city", "zipCode", "state", "nonUsaState", "country")
                .flatMap(part -> address.childValue(part).stream())
                .collect(Collectors.joining(", "));
        if (whole.isEmpty()) {
            return;
        }
        String type = address.attribute("type").filter(text -> !text.isEmpty()).orElse(null);
        statements.identifier(new StatedIdentifier(
                IdentifierKind.POSTAL_ADDRESS,
                whole,
                null,
                type,
                role,
                party,
                null,
                null,
                null,
                quality(address, null),
                where));
        statements.location(new StatedLocation(
                Code.of(type == null ? plainSource : "address-" + type.toLowerCase(Locale.ROOT)),
                role,
                party,
                address.childValue("city").orElse(null),
                address.childValue("state")
                        .or(() -> address.childValue("nonUsaState"))
                        .orElse(null),
                address.childValue("zipCode").orElse(null),
                address.childValue("country").orElse(null),
                null,
                null,
                where));
    }

    void estimatedLocation(WireElement parent) {
        parent.child("estimatedLocation")
                .ifPresent(place -> statements.location(new StatedLocation(
                        Code.of("estimated-location"),
                        role,
                        party,
                        place.childValue("city").orElse(null),
                        place.childValue("region").orElse(null),
                        null,
                        place.childValue("countryCode").orElse(null),
                        place.attribute("verified").map(WireValues::truth).orElse(null),
                        place.attribute("timestamp").flatMap(WireTimes::time).orElse(null),
                        path + "/estimatedLocation")));
    }

    void personName(WireElement person, String where) {
        String name = Stream.of("firstName", "middleName", "lastName")
                .flatMap(part -> person.childValue(part).stream())
                .collect(Collectors.joining(" "));
        if (!name.isEmpty()) {
            statements.identifier(new StatedIdentifier(
                    IdentifierKind.PERSON_NAME,
                    name,
                    null,
                    null,
                    role,
                    party,
                    null,
                    null,
                    null,
                    quality(person, null),
                    where));
        }
    }

    void text(WireElement parent, String child, String section) {
        for (WireElement text : parent.all(child)) {
            if (!text.value().isEmpty()) {
                statements.text(section, text.value());
            }
        }
    }

    /// The same holder, deeper in the document.
    Holder inside(String step) {
        return new Holder(statements, role, party, path + "/" + step, compromised, thirdParty);
    }

    private String at(String child, int index) {
        return path + "/" + child + "[" + (index + 1) + "]";
    }
}
