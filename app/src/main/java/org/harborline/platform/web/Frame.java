// SPDX-License-Identifier: Apache-2.0
package org.harborline.platform.web;

import com.ibm.icu.util.ULocale;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.harborline.platform.Actor;
import org.harborline.platform.DisplayNames;
import org.harborline.platform.FrameAction;
import org.harborline.platform.Mode;
import org.harborline.platform.NavigationItem;
import org.harborline.platform.OwnPath;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/// What every page shows around its content, for the request that is being answered. Templates ask it as `#frame`.
final class Frame {

    private static final int MOST_IN_ROW = 6;

    private final List<NavigationItem> items;
    private final List<FrameAction> actions;
    private final Optional<DisplayNames> names;
    private final Languages languages;
    private final Mode mode;

    Frame(
            List<NavigationItem> items,
            List<FrameAction> actions,
            Optional<DisplayNames> names,
            Languages languages,
            Mode mode) {
        this.items = items.stream()
                .sorted(Comparator.comparingInt(NavigationItem::order))
                .toList();
        this.actions = actions.stream()
                .sorted(Comparator.comparingInt(FrameAction::order))
                .toList();
        this.names = names;
        this.languages = languages;
        this.mode = mode;
    }

    public boolean sandbox() {
        return mode == Mode.SANDBOX;
    }

    /// The name of who is signed in; their opaque id when nobody knows a name.
    public Optional<String> person() {
        return actor().filter(actor -> !actor.permissions().isEmpty())
                .map(actor -> names.flatMap(known -> known.displayName(actor)).orElse(actor.id()));
    }

    public List<FrameLink> navigation() {
        return links(false);
    }

    /// Those that stand in the bar. One more than fits is no reason to fold one away.
    public List<FrameLink> inRow() {
        List<FrameLink> all = navigation();
        return all.size() <= MOST_IN_ROW + 1 ? all : all.subList(0, MOST_IN_ROW);
    }

    /// Those that are folded away behind the others, so that the bar is one row.
    public List<FrameLink> more() {
        List<FrameLink> all = navigation();
        return all.subList(inRow().size(), all.size());
    }

    /// Whether the page that is shown is behind one of those.
    public boolean hereInMore() {
        return more().stream().anyMatch(FrameLink::here);
    }

    public List<FrameLink> operation() {
        return links(true);
    }

    private List<FrameLink> links(boolean operator) {
        List<NavigationItem> followed = items.stream()
                .filter(item ->
                        actor().filter(actor -> actor.may(item.permission())).isPresent())
                .toList();
        String here = here(request().getRequestURI(), followed);
        return followed.stream()
                .filter(item -> item.operator() == operator)
                .map(item -> new FrameLink(
                        item.messageKey(), item.path(), item.path().equals(here)))
                .toList();
    }

    /// The link that a path is behind: of those that hold each other, such as a desk and its hours, the innermost.
    private static @Nullable String here(String path, List<NavigationItem> followed) {
        return followed.stream()
                .map(NavigationItem::path)
                .filter(item -> isAt(path, item))
                .max(Comparator.comparingInt(String::length))
                .orElse(null);
    }

    private static boolean isAt(String path, String item) {
        return path.equals(item) || (item.length() > 1 && path.startsWith(item + "/"));
    }

    public List<FrameAction> barActions() {
        return actions(FrameAction.Place.BAR);
    }

    public List<FrameAction> menuActions() {
        return actions(FrameAction.Place.MENU);
    }

    private List<FrameAction> actions(FrameAction.Place place) {
        return actions.stream()
                .filter(action -> action.place() == place)
                .filter(action ->
                        actor().filter(actor -> actor.may(action.permission())).isPresent())
                .toList();
    }

    private static Optional<Actor> actor() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof Actor actor
                ? Optional.of(actor)
                : Optional.empty();
    }

    public String language() {
        return LocaleContextHolder.getLocale().toLanguageTag();
    }

    public String direction() {
        return ULocale.forLocale(LocaleContextHolder.getLocale()).isRightToLeft() ? "rtl" : "ltr";
    }

    public List<LanguageChoice> languages() {
        var here = language();
        return languages.list().stream()
                .map(language -> new LanguageChoice(
                        language.toLanguageTag(),
                        capitalised(language),
                        language.toLanguageTag().equals(here)))
                .toList();
    }

    private static String capitalised(Locale language) {
        var name = language.getDisplayLanguage(language);
        return name.substring(0, 1).toUpperCase(language) + name.substring(1);
    }

    /// `auto`, `light` or `dark`.
    public String theme() {
        return Preferences.theme(request());
    }

    /// Where to lead back to after a choice: this page when it can simply be asked for again.
    public String here() {
        var request = request();
        if (ProblemWriter.isAnswering(request)) {
            return "/"; // a problem's page holds nothing of what was sent, its address included
        }
        var query = request.getQueryString();
        var path = request.getRequestURI() + (query == null ? "" : "?" + query);
        return "GET".equals(request.getMethod()) && OwnPath.matches(path) ? path : "/";
    }

    /// The form token as the header that htmx sends with each request; absent where there is none.
    public @Nullable String formHeaders() {
        return request().getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token
                ? "{\"" + token.getHeaderName() + "\":\"" + token.getToken() + "\"}"
                : null;
    }

    /// The message key of one constant under a prefix: `PROXY_ONLY` under `report.source` is
    /// `report.source.proxy-only`.
    public String key(String prefix, Enum<?> constant) {
        return prefix + "." + constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static HttpServletRequest request() {
        return ((ServletRequestAttributes) RequestContextHolder.currentRequestAttributes()).getRequest();
    }
}
