// SPDX-License-Identifier: Apache-2.0
package org.harborline.platform;

import java.util.Locale;
import java.util.regex.Pattern;

/// A reported location, written so that nothing makes a link of it: `hxxps://host[.]example/path`. There is no way to
/// get an address back that a browser would follow, neither here nor in a template.
public final class DefangedLocation {

    private static final Pattern SCHEME = Pattern.compile("^([A-Za-z][A-Za-z0-9+.-]{0,20})(:(?://)?)");
    private static final Pattern FOLLOWING = Pattern.compile("(?i)\\b(https?|ftps?|wss?)(://)");

    private final String shown;

    private DefangedLocation(String shown) {
        this.shown = shown;
    }

    /// Defangs whatever was reported, address or not.
    public static DefangedLocation of(String reported) {
        return new DefangedLocation(defang(reported.strip()));
    }

    private static String defang(String reported) {
        var scheme = SCHEME.matcher(reported);
        if (!scheme.find()) {
            return broken(reported);
        }
        var rest = reported.substring(scheme.end());
        var separator = scheme.group(2).equals(":") ? "[:]" : scheme.group(2);
        return harmless(scheme.group(1)) + separator + broken(rest);
    }

    /// The host, or all of a text that has none, loses every dot; an address inside the rest loses its scheme too.
    private static String broken(String rest) {
        int end = hostEnd(rest);
        var host = rest.substring(0, end).replace(".", "[.]").replace("@", "[@]");
        return host
                + FOLLOWING.matcher(rest.substring(end)).replaceAll(match -> harmless(match.group(1)) + match.group(2));
    }

    private static int hostEnd(String rest) {
        for (int at = 0; at < rest.length(); at++) {
            if ("/?#\\".indexOf(rest.charAt(at)) >= 0) {
                return at;
            }
        }
        return rest.length();
    }

    private static String harmless(String scheme) {
        return switch (scheme.toLowerCase(Locale.ROOT)) {
            case "http" -> "hxxp";
            case "https" -> "hxxps";
            case "ftp" -> "fxp";
            case "ftps" -> "fxps";
            default -> "x-" + scheme.toLowerCase(Locale.ROOT);
        };
    }

    /// What may be shown.
    public String shown() {
        return shown;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof DefangedLocation that && shown.equals(that.shown);
    }

    @Override
    public int hashCode() {
        return shown.hashCode();
    }

    /// Keeps the location out of logs.
    @Override
    public String toString() {
        return "DefangedLocation[…]";
    }
}
