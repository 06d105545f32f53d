// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking.internal;

import com.ibm.icu.text.Normalizer2;
import java.util.Optional;
import java.util.function.Supplier;
import org.harborline.intake.IdentifierKind;
import org.harborline.intake.PartyRole;
import org.harborline.intake.StatedIdentifier;
import org.harborline.linking.ListedKind;
import org.harborline.linking.Listing;
import org.harborline.linking.Strength;
import org.harborline.platform.Code;
import org.harborline.platform.Mode;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/// Turns a stated identifier into a form for display and into match keys. The same for equal values and equal lists;
/// the
/// rules are written down in `docs/linking.md`, each with an id and a version.
@Component
final class Normaliser {

    static final Code NEVER_COMPARED = Code.of("never-compared");
    static final Code HOLDER_UNKNOWN = Code.of("holder-unknown");
    static final Code LISTED_NETWORK = Code.of("listed-network");
    static final Code LISTED_VALUE = Code.of("listed-value");
    static final Code ASSERTED = Code.of("asserted-by-sender");

    private final VoidValues voids = new VoidValues();
    private final KindRules accounts = new AccountRules();
    private final KindRules emails;
    private final KindRules phones;
    private final KindRules screenNames = new ScreenNameRules();
    private final KindRules addresses;
    private final KindRules devices = new DeviceRules();
    private final KindRules webLocations;
    private final KindRules groups = new GroupRules();
    private final KindRules payments;

    private final Supplier<KnownLists> lists;

    @Autowired
    Normaliser(Mode mode, Lists lists) {
        this(mode, lists::inForce);
    }

    /// Without lists of an operator.
    Normaliser(Mode mode) {
        this(mode, () -> KnownLists.NONE);
    }

    Normaliser(Mode mode, Supplier<KnownLists> lists) {
        this.lists = lists;
        boolean sample = mode == Mode.SANDBOX;
        this.emails = new EmailRules(sample);
        this.phones = new PhoneRules(sample);
        this.webLocations = new WebLocationRules(sample);
        this.addresses = new AddressRules(sample);
        this.payments = new PaymentRules(emails);
    }

    /// All keys of the identifier.
    Normalised normalise(StatedIdentifier stated, Origin origin) {
        if (voids.contains(stated.kind(), stated.value())) {
            return Normalised.without(stated.value().strip(), Normalised.VOID);
        }
        if (!stated.isWhole()) {
            return Normalised.without(stated.value().strip(), Normalised.CUT);
        }
        Optional<Listing> listing = listing(stated);
        if (listing.filter(one -> one.kind() == ListedKind.VOID).isPresent()) {
            return Normalised.without(stated.value().strip(), LISTED_VALUE);
        }
        Normalised whole = read(stated, origin);
        Normalised read = listing.isPresent() ? whole.weakened(Strength.CONTEXT, LISTED_NETWORK) : whole;
        // Nobody says whose the address of an incident is, it may be the victim's; and its page is seen by many.
        boolean nobodys = stated.role() == PartyRole.INCIDENT && Whose.HELD.contains(stated.kind());
        if (nobodys) {
            return read.weakened(Strength.WEAK, HOLDER_UNKNOWN);
        }
        // No note: it would say of this one value that it is the reporter's own.
        return stated.quality().holderUnknown() ? read.weakened(Strength.WEAK) : read;
    }

    /// The operator's list on which the identifier stood when it was seen.
    Optional<Listing> listing(StatedIdentifier stated) {
        KnownLists known = lists.get();
        if (known == KnownLists.NONE) {
            return Optional.empty();
        }
        Optional<Listing> value = known.ofValue(stated);
        return value.isEmpty() && stated.kind() == IdentifierKind.IP_ADDRESS
                ? AddressRules.address(stated).flatMap(address -> known.ofAddress(address, stated))
                : value;
    }

    private Normalised read(StatedIdentifier stated, Origin origin) {
        return switch (stated.kind()) {
            case PROVIDER_USER_ID -> accounts.apply(stated, origin);
            case EMAIL -> emails.apply(stated, origin);
            case PHONE -> phones.apply(stated, origin);
            case SCREEN_NAME -> screenNames.apply(stated, origin);
            case IP_ADDRESS -> addresses.apply(stated, origin);
            case DEVICE_ID -> devices.apply(stated, origin);
            case URL, PROFILE_URL -> webLocations.apply(stated, origin);
            case GROUP -> groups.apply(stated, origin);
            case PAYMENT_HANDLE -> payments.apply(stated, origin);
            case PRIOR_REPORT -> Normalised.without(stated.value().strip(), ASSERTED);
            case DISPLAY_NAME, PERSON_NAME, POSTAL_ADDRESS, VEHICLE, SCHOOL -> neverCompared(stated);
        };
    }

    /// Whether values of the kind are ever compared.
    static boolean compares(IdentifierKind kind) {
        return switch (kind) {
            case PROVIDER_USER_ID,
                    EMAIL,
                    PHONE,
                    SCREEN_NAME,
                    IP_ADDRESS,
                    DEVICE_ID,
                    URL,
                    PROFILE_URL,
                    GROUP,
                    PAYMENT_HANDLE -> true;
            case PRIOR_REPORT, DISPLAY_NAME, PERSON_NAME, POSTAL_ADDRESS, VEHICLE, SCHOOL -> false;
        };
    }

    /// Names are shared by many people, and places and schools belong to bystanders too.
    private static Normalised neverCompared(StatedIdentifier stated) {
        String text = Normalizer2.getNFKCInstance().normalize(stated.value()).strip();
        return Normalised.without(text.replaceAll("\\s+", " "), NEVER_COMPARED);
    }
}
