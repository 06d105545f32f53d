// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking.internal.likeness;

/// What a field holds, and with it how two of its values are compared.
public enum Kind {
    GIVEN_NAME(Group.NAME),
    SURNAME(Group.NAME),
    FULL_NAME(Group.NAME),
    HANDLE(Group.ACCOUNT),
    BIRTH_DATE(Group.BIRTH),
    STREET(Group.PLACE),
    HOUSE_NUMBER(Group.NUMBER),
    LOCALITY(Group.PLACE),
    POSTCODE(Group.PLACE),
    REGION(Group.PLACE),
    PHONE(Group.NUMBER),
    EMAIL(Group.ACCOUNT),
    /// One of a few words, such as a country.
    CATEGORY(Group.WORD),
    /// An amount, an age: only its digits count.
    NUMBER(Group.NUMBER),
    /// A mark that somebody gave out: a reference, a number plate.
    CODE(Group.NUMBER),
    TEXT(Group.WORD);

    private final Group group;

    Kind(Group group) {
        this.group = group;
    }

    /// Whether a value of the one is at times written into the field of the other.
    boolean exchanges(Kind other) {
        return group == other.group && (group == Group.NAME || group == Group.PLACE);
    }

    /// How often two descriptions of one person can differ in it at most, before the field is misunderstood.
    /// Whoever moves has another address; nobody has another birthday.
    double mostDiffering() {
        return switch (group) {
            case NAME, BIRTH -> 0.3;
            case PLACE -> 0.6;
            case ACCOUNT -> 0.8;
            case NUMBER, WORD -> 1;
        };
    }

    private enum Group {
        NAME,
        BIRTH,
        PLACE,
        NUMBER,
        ACCOUNT,
        WORD
    }
}
