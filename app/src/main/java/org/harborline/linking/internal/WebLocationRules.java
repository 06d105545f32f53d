// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking.internal;

import io.mola.galimatias.GalimatiasParseException;
import io.mola.galimatias.URL;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.harborline.intake.StatedIdentifier;
import org.harborline.linking.Strength;
import org.harborline.platform.Code;
import org.jspecify.annotations.Nullable;

/// Places on the web, read as browsers read them (WHATWG). Known tracking parameters, the fragment and any name and
/// password go; path and other parameters stay as they are. A bare site makes no key: it says nothing about one page,
/// nor
/// does a path that every site has, and the few sites that very many name would be known by how often. A shortened
/// address is weak.
final class WebLocationRules implements KindRules {

    static final Code SITE_ONLY = Code.of("site-only");
    static final Code SHORTENED = Code.of("shortened-page");

    private static final Pattern ESCAPE = Pattern.compile("%([0-9A-Fa-f]{2})");
    private static final Pattern SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*://.*");
    private static final Set<String> TRACKING = RuleData.words("tracking-parameters-1.txt", false);
    private static final Set<String> OF_NOBODY = RuleData.words("pages-of-nobody-1.txt", false);

    private final Set<String> shorteners;

    /// @param sample also know the reserved hosts that invented reports use
    WebLocationRules(boolean sample) {
        this.shorteners = RuleData.words("shorteners-1.txt", sample);
    }

    @Override
    public Normalised apply(StatedIdentifier stated, Origin origin) {
        String text = stated.value().strip();
        URL url = parse(SCHEME.matcher(text).matches() ? text : "http://" + text);
        if (url == null || url.host() == null || !url.host().toString().contains(".")) {
            return Normalised.without(text, Normalised.UNREADABLE);
        }
        String place = place(url);
        String canonical = url.scheme() + "://" + place;
        // http and https of one address answer with the same page.
        String scheme = url.scheme().equals("http") ? "https" : url.scheme();
        if (isOfNobody(place.substring(authority(url).length()))) {
            return Normalised.without(canonical, SITE_ONLY);
        }
        Normalised result =
                Normalised.of(canonical, new MatchKey(MatchRule.URL, Strength.STRONG, "url", scheme + "://" + place));
        return shorteners.contains(authority(url)) ? result.weakened(Strength.WEAK, SHORTENED) : result;
    }

    /// The start of a site, or a path that every account of it has.
    private static boolean isOfNobody(String path) {
        String bare = path.toLowerCase(Locale.ROOT).replaceAll("^/+|/+$", "");
        return bare.isEmpty() || OF_NOBODY.contains(bare);
    }

    private static String place(URL url) {
        String path = url.path() == null || url.path().isEmpty() ? "/" : unreservedDecoded(url.path());
        String query = url.query() == null ? "" : withoutTracking(url.query());
        return authority(url) + path + (query.isEmpty() ? "" : "?" + query);
    }

    private static String authority(URL url) {
        String host = url.host().toString().toLowerCase(Locale.ROOT);
        String bare = host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
        return url.port() == url.defaultPort() || url.port() < 0 ? bare : bare + ":" + url.port();
    }

    private static String withoutTracking(String query) {
        return Arrays.stream(query.split("&", -1))
                .filter(part -> !part.isEmpty() && !isTracking(part))
                .map(WebLocationRules::unreservedDecoded)
                .collect(Collectors.joining("&"));
    }

    private static boolean isTracking(String parameter) {
        String name = parameter.split("=", 2)[0].toLowerCase(Locale.ROOT);
        return TRACKING.contains(name) || name.startsWith("utm_");
    }

    private static String unreservedDecoded(String text) {
        return ESCAPE.matcher(text).replaceAll(WebLocationRules::decoded);
    }

    private static String decoded(MatchResult escape) {
        char c = (char) Integer.parseInt(escape.group(1), 16);
        boolean unreserved = c < 128 && (Character.isLetterOrDigit(c) || "-._~".indexOf(c) >= 0);
        return unreserved ? String.valueOf(c) : escape.group().toUpperCase(Locale.ROOT);
    }

    private static @Nullable URL parse(String text) {
        try {
            return URL.parse(text);
        } catch (GalimatiasParseException unreadable) {
            return null;
        }
    }
}
