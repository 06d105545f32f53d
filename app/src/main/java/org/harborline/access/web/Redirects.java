// SPDX-License-Identifier: Apache-2.0
package org.harborline.access.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.harborline.platform.OwnPath;
import org.jspecify.annotations.Nullable;

/// Addresses of our own to send somebody to, and nobody else's.
final class Redirects {

    static final String SIGN_IN = "/sign-in";
    static final String SECOND_FACTOR = "/sign-in/second-factor";
    static final String CONFIRM_AGAIN = "/sign-in/again";
    static final String OWN_ACCOUNT = "/account";
    static final String START = "/";

    private Redirects() {}

    /// The address when it is one of ours, otherwise the start page.
    static String own(@Nullable String next) {
        return next != null && OwnPath.matches(next) && !next.startsWith(SIGN_IN) ? next : START;
    }

    static String confirmAgain(String back) {
        return with(CONFIRM_AGAIN, back);
    }

    /// The address with the place to go on to afterwards.
    static String with(String address, String next) {
        return next.equals(START) ? address : address + "?next=" + URLEncoder.encode(next, StandardCharsets.UTF_8);
    }
}
