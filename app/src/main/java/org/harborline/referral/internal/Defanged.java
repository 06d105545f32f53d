// SPDX-License-Identifier: Apache-2.0
package org.harborline.referral.internal;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.harborline.referral.PackageDocument.Shown;
import org.jspecify.annotations.Nullable;

/// Writes locations so that no program makes a link of them: `hxxps[:]//host[.]example/path`. The path stays as it was.
final class Defanged {

    /// A scheme with its authority, or a host that viewers link by its first label. Every repetition is bounded by what
    /// cannot follow it, so the
    /// search is linear.
    private static final Pattern LINK =
            Pattern.compile("(?i)([a-z][a-z0-9+.-]{0,20}://)([^\\s/?#]*)|(www\\.[^\\s/?#]*)");

    private static final Pattern AUTHORITY = Pattern.compile("^[^/?#]*");

    private Defanged() {}

    /// Free text and identifiers: whatever in it looks like a location is defanged, the rest is left alone.
    static Shown text(String text) {
        return shown(text, defangLinks(text));
    }

    /// As [#text], for what may be absent.
    static @Nullable Shown nullable(@Nullable String text) {
        return text == null ? null : text(text);
    }

    /// A value that is a location as a whole, also without a scheme.
    static Shown location(String text) {
        String linked = defangLinks(text);
        if (!linked.equals(text)) {
            return shown(text, linked);
        }
        return shown(
                text,
                AUTHORITY.matcher(text).replaceFirst(host -> quote(host.group().replace(".", "[.]"))));
    }

    private static String defangLinks(String text) {
        return LINK.matcher(text).replaceAll(match -> quote(link(match)));
    }

    private static String link(MatchResult match) {
        if (match.group(3) != null) {
            return match.group(3).replace(".", "[.]");
        }
        String scheme = match.group(1).toLowerCase(Locale.ROOT);
        String harmless = switch (scheme) {
            case "http://" -> "hxxp[:]//";
            case "https://" -> "hxxps[:]//";
            default -> match.group(1).replace("://", "[:]//");
        };
        return harmless + match.group(2).replace(".", "[.]");
    }

    private static String quote(String replacement) {
        return java.util.regex.Matcher.quoteReplacement(replacement);
    }

    private static Shown shown(String exact, String defanged) {
        if (exact.equals(defanged)) {
            return new Shown(exact, null);
        }
        return new Shown(defanged, Base64.getEncoder().encodeToString(exact.getBytes(StandardCharsets.UTF_8)));
    }
}
