// SPDX-License-Identifier: Apache-2.0
package org.harborline.referral.internal;

import com.google.common.net.InetAddresses;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import inet.ipaddr.IPAddress;
import inet.ipaddr.IPAddressString;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.harborline.intake.CaptureEvent;
import org.harborline.intake.IdentifierKind;
import org.harborline.intake.PartyRole;
import org.harborline.intake.ReceivedReport;
import org.harborline.intake.StatedIdentifier;
import org.harborline.linking.Finding;
import org.harborline.linking.FindingKind;
import org.harborline.referral.Reason;
import org.harborline.referral.internal.PlaceEvidence.Weight;
import org.harborline.registry.Location;
import org.harborline.registry.Place;
import org.jspecify.annotations.Nullable;

/// Gathers everything in a report and its findings that says where somebody is, strongest first. What may not decide, a
/// proxy's address or one
/// that no map knows, becomes context and is still shown.
final class Evidences {

    /// Who counts as the child. An account tied to one of them counts as well.
    private static final Set<PartyRole> CHILD = Set.of(PartyRole.VICTIM, PartyRole.INTENDED_RECIPIENT);

    private final RoutingFacts facts;
    private final Detail detail;
    private final List<PlaceEvidence> found = new ArrayList<>();
    private final List<Reason> context = new ArrayList<>();

    private Evidences(RoutingFacts facts) {
        this.facts = facts;
        this.detail = facts.detail();
    }

    static Evidences in(RoutingFacts facts) {
        var evidences = new Evidences(facts);
        facts.findings().forEach(evidences::finding);
        facts.report().locations().forEach(evidences::stated);
        facts.report().identifiers().forEach(evidences::identifier);
        evidences.found.sort(Comparator.comparing(PlaceEvidence::weight));
        return evidences;
    }

    List<PlaceEvidence> of(boolean child) {
        return found.stream().filter(one -> one.child() == child).toList();
    }

    List<Reason> context() {
        return List.copyOf(context);
    }

    private void finding(Finding finding) {
        var text = finding.text();
        if (text == null) {
            return;
        }
        boolean child = CHILD.contains(finding.role());
        if (finding.kind() == FindingKind.LOCATION) {
            place(text.value())
                    .ifPresent(place -> add(
                            child,
                            place,
                            Weight.FOUND,
                            false,
                            text.value(),
                            Reason.of("place-found", detail.place(place), detail.words(text.source()))));
        } else if (finding.identifierKind() == IdentifierKind.IP_ADDRESS) {
            address(child, text.value(), null, finding.observedAt());
        }
    }

    private void stated(ReceivedReport.StatedLocation location) {
        var place = new Place(location.country(), location.region(), null, location.city(), location.postcode());
        if (place.equals(Place.unknown())) {
            return;
        }
        boolean verified = Boolean.TRUE.equals(location.verified());
        add(
                CHILD.contains(location.owner().role()),
                place,
                verified ? Weight.VERIFIED : Weight.STATED,
                false,
                Detail.FULL.place(place),
                Reason.of(
                        verified ? "place-verified" : "place-stated",
                        detail.place(place),
                        location.source().value()));
    }

    private void identifier(StatedIdentifier identifier) {
        boolean child = CHILD.contains(identifier.owner().role());
        if (identifier.kind() == IdentifierKind.IP_ADDRESS) {
            if (Boolean.TRUE.equals(identifier.quality().possibleProxy())) {
                context.add(Reason.of("address-proxy", detail.value(identifier.value())));
                return;
            }
            var time = identifier.time();
            address(child, identifier.value(), identifier.event(), time == null ? null : time.instant());
        } else if (identifier.kind() == IdentifierKind.PHONE) {
            country(identifier)
                    .ifPresent(country -> add(
                            child,
                            Place.country(country),
                            Weight.CALLING_CODE,
                            false,
                            identifier.value(),
                            Reason.of("phone-country", detail.value(identifier.value()), country)));
        }
    }

    private void address(boolean child, String value, @Nullable CaptureEvent event, @Nullable Instant at) {
        Location location = facts.located().get(value);
        if (location == null || location.place().country() == null) {
            context.add(Reason.of("address-unmapped", detail.value(value)));
            return;
        }
        CaptureEvent known = event == null ? CaptureEvent.UNKNOWN : event;
        add(
                child,
                location.place(),
                weight(known),
                true,
                spelled(value),
                Reason.of(
                        "address." + known.name().toLowerCase(Locale.ROOT),
                        detail.value(value),
                        at == null ? "–" : at.toString(),
                        detail.place(location.place()),
                        location.source().value()));
    }

    /// One address in one spelling, however it was written: it is one source. An IPv4 address in the clothes of an IPv6
    /// address is the IPv4 address.
    private static String spelled(String value) {
        if (!InetAddresses.isInetAddress(value)) {
            return value;
        }
        IPAddress address = new IPAddressString(value).getAddress();
        if (address == null) {
            return value;
        }
        return address.isIPv6() && address.toIPv6().isIPv4Mapped()
                ? address.toIPv6().getEmbeddedIPv4Address().toCanonicalString()
                : address.toCanonicalString();
    }

    private void add(boolean child, Place place, Weight weight, boolean address, String from, Reason reason) {
        found.add(new PlaceEvidence(child, facts.registry().canonical(place), weight, address, from, reason));
    }

    private static Weight weight(CaptureEvent event) {
        return switch (event) {
            case UPLOAD -> Weight.UPLOAD;
            case LOGIN -> Weight.LOGIN;
            case REGISTRATION -> Weight.REGISTRATION;
            case PURCHASE -> Weight.PURCHASE;
            case OTHER, UNKNOWN -> Weight.OTHER;
        };
    }

    /// Country of a calling code that belongs to one country only; `1` and `7` say nothing.
    private static Optional<String> country(StatedIdentifier phone) {
        String digits = Objects.requireNonNullElse(phone.qualifier(), "").replaceAll("\\D", "");
        if (digits.isEmpty() || digits.length() > 3) {
            return Optional.empty();
        }
        var regions = PhoneNumberUtil.getInstance().getRegionCodesForCountryCode(Integer.parseInt(digits));
        return regions.size() == 1
                ? Optional.of(regions.getFirst()).filter(code -> code.length() == 2 && !code.equals("ZZ"))
                : Optional.empty();
    }

    /// Reads a place that an analyst wrote as `city, region, country`, `region, country` or `country`, the country in
    /// two
    /// letters.
    static Optional<Place> place(String text) {
        List<String> parts = Stream.of(text.split(",", -1)).map(String::strip).toList();
        String country = parts.getLast().toUpperCase(Locale.ROOT);
        if (!Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2).contains(country)
                || parts.stream().anyMatch(String::isEmpty)) {
            return Optional.empty();
        }
        return switch (parts.size()) {
            case 1 -> Optional.of(Place.country(country));
            case 2 -> Optional.of(Place.region(country, parts.getFirst()));
            case 3 -> Optional.of(Place.city(country, parts.get(1), parts.getFirst()));
            default -> Optional.empty();
        };
    }
}
