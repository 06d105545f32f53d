// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking.internal.likeness;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import java.util.EnumSet;
import java.util.Set;

/// What two descriptions can have to do with each other, other than nothing. Those who share a home, a name or a
/// town agree in several fields at once without being one person; without a place for them in the model they
/// would be taken for one.
public enum Relation {
    ONE_PERSON(EnumSet.allOf(Kind.class)),
    /// One person who lives elsewhere now: then all parts of the address differ at once, which is one event and
    /// not five.
    MOVED(EnumSet.complementOf(EnumSet.of(Kind.STREET, Kind.HOUSE_NUMBER, Kind.LOCALITY, Kind.POSTCODE, Kind.REGION))),
    HOUSEHOLD(EnumSet.of(
            Kind.SURNAME,
            Kind.FULL_NAME,
            Kind.STREET,
            Kind.HOUSE_NUMBER,
            Kind.LOCALITY,
            Kind.POSTCODE,
            Kind.REGION,
            Kind.PHONE)),
    NAMESAKES(EnumSet.of(Kind.GIVEN_NAME, Kind.SURNAME, Kind.FULL_NAME, Kind.EMAIL, Kind.HANDLE)),
    NEIGHBOURS(EnumSet.of(Kind.LOCALITY, Kind.POSTCODE, Kind.REGION));

    private static final Set<Kind> OF_ONE_PERSON =
            EnumSet.of(Kind.GIVEN_NAME, Kind.BIRTH_DATE, Kind.EMAIL, Kind.HANDLE);

    private static final Set<Kind> NAMES = EnumSet.of(Kind.GIVEN_NAME, Kind.FULL_NAME);
    private static final Set<Kind> OF_NOBODY_ELSE = EnumSet.of(Kind.BIRTH_DATE, Kind.EMAIL, Kind.HANDLE, Kind.PHONE);

    private final ImmutableSet<Kind> shared;

    Relation(Set<Kind> shared) {
        this.shared = Sets.immutableEnumSet(shared);
    }

    /// Whether fields of this kind agree because of it; the others agree by chance.
    boolean shares(Kind kind) {
        return shared.contains(kind);
    }

    /// How often two who are in this relation can differ in a field of this kind at most.
    double mostDiffering(Kind kind) {
        return switch (this) {
            case ONE_PERSON, MOVED -> kind.mostDiffering();
            case HOUSEHOLD -> kind == Kind.PHONE || kind == Kind.SURNAME || kind == Kind.FULL_NAME ? 0.8 : 0.15;
            case NAMESAKES -> kind == Kind.EMAIL || kind == Kind.HANDLE ? 1 : 0.05;
            case NEIGHBOURS -> 0.3;
        };
    }

    /// Whether these fields can tell it from the others.
    boolean shows(Fields fields) {
        long inCommon =
                fields.all().stream().filter(field -> shares(field.kind())).count();
        return switch (this) {
            case ONE_PERSON -> true;
            case MOVED -> fields.size() - inCommon > 1 && tells(fields, NAMES) && tells(fields, OF_NOBODY_ELSE);
            case HOUSEHOLD -> inCommon > 1 && tells(fields, OF_ONE_PERSON);
            case NAMESAKES -> inCommon > 1 && inCommon < fields.size();
            case NEIGHBOURS -> inCommon > 1 && inCommon < fields.size();
        };
    }

    private static boolean tells(Fields fields, Set<Kind> kinds) {
        return fields.all().stream().anyMatch(field -> kinds.contains(field.kind()));
    }

    /// Whether the two are one person.
    boolean isOnePerson() {
        return this == ONE_PERSON || this == MOVED;
    }

    /// Where it stands in arrays of one run; never stored.
    @SuppressWarnings("EnumOrdinal")
    int place() {
        return ordinal();
    }
}
