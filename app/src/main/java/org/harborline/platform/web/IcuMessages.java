// SPDX-License-Identifier: Apache-2.0
package org.harborline.platform.web;

import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.util.ULocale;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.context.NoSuchMessageException;

/// The texts of all modules with ICU's plurals, numbers and dates. A text without arguments is taken as it stands;
/// English stands in for a language that lacks a text.
final class IcuMessages implements MessageSource {

    private final Map<Locale, Map<String, String>> texts;
    private final Map<Form, MessageFormat> forms = new ConcurrentHashMap<>();

    private record Form(Locale locale, String pattern) {}

    IcuMessages(Map<Locale, Map<String, String>> texts) {
        this.texts = Map.copyOf(texts);
    }

    /// The languages there are, English first.
    List<Locale> languages() {
        return texts.keySet().stream()
                .sorted(java.util.Comparator.comparing((Locale locale) -> !locale.equals(Locale.ENGLISH))
                        .thenComparing(Locale::toLanguageTag))
                .toList();
    }

    @Override
    public @Nullable String getMessage(
            String code, Object @Nullable [] args, @Nullable String defaultMessage, @Nullable Locale locale) {
        return find(code, args, locale).orElse(defaultMessage);
    }

    @Override
    public String getMessage(String code, Object @Nullable [] args, @Nullable Locale locale) {
        return find(code, args, locale).orElseThrow(() -> new NoSuchMessageException(code, known(locale)));
    }

    @Override
    public String getMessage(MessageSourceResolvable resolvable, @Nullable Locale locale) {
        var codes = resolvable.getCodes() == null ? new String[0] : resolvable.getCodes();
        for (String code : codes) {
            var found = find(code, resolvable.getArguments(), locale);
            if (found.isPresent()) {
                return found.get();
            }
        }
        var otherwise = resolvable.getDefaultMessage();
        if (otherwise == null) {
            throw new NoSuchMessageException(codes.length == 0 ? "" : codes[codes.length - 1], known(locale));
        }
        return otherwise;
    }

    private Optional<String> find(String code, Object @Nullable [] args, @Nullable Locale locale) {
        var language = known(locale);
        return text(language, code).map(text -> args == null || args.length == 0 ? text : filled(text, args, language));
    }

    private Optional<String> text(Locale language, String code) {
        return Optional.ofNullable(texts.getOrDefault(language, Map.of()).get(code))
                .or(() -> Optional.ofNullable(
                        texts.getOrDefault(Locale.ENGLISH, Map.of()).get(code)));
    }

    private Locale known(@Nullable Locale locale) {
        var language = locale == null ? Locale.ENGLISH : Locale.of(locale.getLanguage());
        return texts.containsKey(language) ? language : Locale.ENGLISH;
    }

    private String filled(String text, Object[] args, Locale language) {
        var form = forms.computeIfAbsent(
                new Form(language, text), key -> new MessageFormat(key.pattern(), ULocale.forLocale(key.locale())));
        // ICU's formats keep state while they work
        return form.clone().format(args);
    }
}
