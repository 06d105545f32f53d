// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking.internal;

import java.util.List;
import org.harborline.intake.ReportNumber;
import org.harborline.linking.internal.likeness.Field;
import org.harborline.linking.internal.likeness.Fields;
import org.harborline.linking.internal.likeness.Kind;
import org.harborline.linking.internal.likeness.Person;

/// What is compared of one reported person. It is read from the sealed report when needed and is nowhere stored.
///
/// @param stated for each field the values as they were stated
record Profile(Place place, List<List<String>> stated) {

    static final String NAME = "name";
    /// Screen names and display names, of whatever platform.
    static final String ALIAS = "alias";
    static final String BORN = "birth-date";
    static final String PHONE = "phone";
    static final String EMAIL = "email";
    static final String TOWN = "town";
    static final String POSTCODE = "postcode";
    static final String REGION = "region";

    static final Fields FIELDS = new Fields(List.of(
            new Field(NAME, Kind.FULL_NAME),
            new Field(ALIAS, Kind.HANDLE),
            new Field(BORN, Kind.BIRTH_DATE),
            new Field(PHONE, Kind.PHONE),
            new Field(EMAIL, Kind.EMAIL),
            new Field(TOWN, Kind.LOCALITY),
            new Field(POSTCODE, Kind.POSTCODE),
            new Field(REGION, Kind.REGION)));

    Profile {
        stated = stated.stream().map(List::copyOf).toList();
    }

    /// In the form in which it is compared.
    Person person() {
        return FIELDS.read(stated);
    }

    /// Of whom it is.
    ///
    /// @param party counts the reported persons of the report from 0
    record Place(ReportNumber report, int party) {}

    @Override
    public String toString() {
        return "Profile[" + place + "]";
    }
}
