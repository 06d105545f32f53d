// SPDX-License-Identifier: Apache-2.0
package org.harborline.platform;

import java.util.UUID;
import java.util.regex.Pattern;

/// Points at one record of any module: a report, an agency, a referral. Used where a module must name a record that is
/// not its own.
///
/// @param kind the domain word in lower case, such as `report`
/// @param id the id as text: a report's number or a UUID
public record RecordRef(String kind, String id) {

    private static final Pattern KIND = Pattern.compile("[a-z][a-z-]{1,31}");
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9-]{1,64}");

    public RecordRef {
        if (!KIND.matcher(kind).matches() || !ID.matcher(id).matches()) {
            throw new IllegalArgumentException(
                    "a record reference is a lower-case kind and an id of letters, digits and hyphens");
        }
    }

    public static RecordRef of(String kind, long id) {
        return new RecordRef(kind, Long.toString(id));
    }

    public static RecordRef of(String kind, UUID id) {
        return new RecordRef(kind, id.toString());
    }

    @Override
    public String toString() {
        return kind + "/" + id;
    }
}
