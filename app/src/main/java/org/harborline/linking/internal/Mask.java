// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking.internal;

import org.harborline.intake.IdentifierKind;

/// Shows enough of an identifier to tell two apart on one page, and not enough to use it.
final class Mask {

    private static final String HIDDEN = "\u2022\u2022\u2022";
    private static final int PHONE_TAIL = 2;

    private Mask() {}

    static String of(IdentifierKind kind, String value) {
        return switch (kind) {
            case EMAIL -> email(value);
            case PHONE -> HIDDEN + tail(value, PHONE_TAIL);
            case IP_ADDRESS -> address(value);
            case URL, PROFILE_URL -> host(value);
            case PRIOR_REPORT -> value;
            case PROVIDER_USER_ID,
                    SCREEN_NAME,
                    DISPLAY_NAME,
                    PERSON_NAME,
                    DEVICE_ID,
                    GROUP,
                    POSTAL_ADDRESS,
                    VEHICLE,
                    SCHOOL,
                    PAYMENT_HANDLE -> head(value, 1) + HIDDEN;
        };
    }

    private static String email(String value) {
        int at = value.lastIndexOf('@');
        return at < 1 ? head(value, 1) + HIDDEN : head(value, 1) + HIDDEN + value.substring(at);
    }

    private static String address(String value) {
        int first = value.indexOf(value.contains(":") ? ':' : '.');
        return first < 0 ? HIDDEN : value.substring(0, first + 1) + HIDDEN;
    }

    private static String host(String value) {
        int start = value.indexOf("://") < 0 ? 0 : value.indexOf("://") + 3;
        int slash = value.indexOf('/', start);
        String host = slash < 0 ? value.substring(start) : value.substring(start, slash);
        int last = host.lastIndexOf('.');
        return head(host, 1) + HIDDEN + (last < 0 ? "" : host.substring(last)) + "/" + HIDDEN;
    }

    private static String head(String value, int characters) {
        int count = Math.min(characters, value.codePointCount(0, value.length()));
        return value.substring(0, value.offsetByCodePoints(0, count));
    }

    private static String tail(String value, int characters) {
        return value.length() <= characters ? "" : value.substring(value.length() - characters);
    }
}
