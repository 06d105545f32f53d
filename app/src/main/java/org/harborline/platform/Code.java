// SPDX-License-Identifier: Apache-2.0
package org.harborline.platform;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/// A word of a published vocabulary that is data rather than an enum: a rule id, a reason code, an incident type code.
/// The pattern keeps
/// free text out of facts.
public record Code(@JsonValue String value) {

    private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:-]{0,79}");

    @JsonCreator
    public Code {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("a code has 1 to 80 characters of A-Z a-z 0-9 . _ : -");
        }
    }

    public static Code of(String value) {
        return new Code(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
