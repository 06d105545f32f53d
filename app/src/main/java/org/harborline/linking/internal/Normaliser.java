// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking.internal;

import java.time.LocalDate;
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
    private final KindRules rules;
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
        this.rules = new IdentifierRules(mode);
    }

    /// All keys of the identifier.
    Normalised normalise(StatedIdentifier stated, Origin origin) {
        if (voids.contains(stated.kind(), stated.value())) {
            return Normalised.without(stated.value().strip(), Normalised.VOID);
        }
        if (!stated.isWhole()) {
            return Normalised.without(stated.value().strip(), Normalised.CUT);
        }
        Normalised whole = rules.apply(stated, origin);
        Optional<Listing> listing = listing(stated, whole, origin);
        if (listing.filter(one -> one.kind() == ListedKind.VOID).isPresent()) {
            return Normalised.without(stated.value().strip(), LISTED_VALUE);
        }
        Normalised read = listing.isPresent() ? whole.weakened(Strength.CONTEXT, LISTED_NETWORK) : whole;
        // Nobody says whose the address of an incident is, it may be the victim's; and its page is seen by many.
        boolean nobodys = stated.role() == PartyRole.INCIDENT && Whose.HELD.contains(stated.kind());
        if (nobodys) {
            return read.weakened(Strength.WEAK, HOLDER_UNKNOWN);
        }
        // No note: it would say of this one value that it is the reporter's own.
        return stated.quality().holderUnknown() ? read.weakened(Strength.WEAK) : read;
    }

    /// The operator's list on which the identifier stood when it was seen, or else when the incident was.
    Optional<Listing> listing(StatedIdentifier stated, Origin origin) {
        return lists.get() == KnownLists.NONE ? Optional.empty() : listing(stated, rules.apply(stated, origin), origin);
    }

    private Optional<Listing> listing(StatedIdentifier stated, Normalised read, Origin origin) {
        KnownLists known = lists.get();
        if (known == KnownLists.NONE) {
            return Optional.empty();
        }
        LocalDate day = KnownLists.day(stated, origin);
        Optional<Listing> value = known.ofValue(stated, read, day);
        return value.isEmpty() && stated.kind() == IdentifierKind.IP_ADDRESS
                ? AddressRules.address(stated).flatMap(address -> known.ofAddress(address, day))
                : value;
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
}
