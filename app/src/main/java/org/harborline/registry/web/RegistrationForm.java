// SPDX-License-Identifier: Apache-2.0
package org.harborline.registry.web;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import org.harborline.registry.Application;
import org.harborline.registry.Provider;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.BindingResult;

/// What somebody typed who asks to join.
record RegistrationForm(
        @Nullable String company,
        @Nullable String country,
        @Nullable String services,
        Application.@Nullable Ground ground,
        @Nullable String person,
        @Nullable String mail,
        @Nullable String phone,
        @Nullable String legal) {

    static final RegistrationForm EMPTY = new RegistrationForm(null, null, null, null, null, null, null, null);

    private static final Pattern COUNTRY = Pattern.compile("[A-Za-z]{2}");
    /// As a sign-in name may be, which it becomes.
    private static final Pattern MAIL =
            Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._+-]{0,40}@[\\p{L}\\p{N}._-]{2,40}");

    private static final Pattern PHONE = Pattern.compile("\\+[0-9][0-9 ().-]{5,38}");
    private static final int NAME = 200;
    private static final int PERSON = 80;
    private static final int SIGN_IN_NAME = 64;

    /// Says what is to be corrected, field by field.
    void check(BindingResult errors) {
        need(errors, "company", fits(company, NAME));
        need(errors, "country", matches(country, COUNTRY));
        need(errors, "services", fitServices());
        need(errors, "ground", ground != null);
        need(errors, "person", fits(person, PERSON));
        need(errors, "mail", matches(mail, MAIL) && text(mail).length() <= SIGN_IN_NAME);
        need(errors, "phone", text(phone).isEmpty() || matches(phone, PHONE));
        need(errors, "legal", text(legal).isEmpty() || matches(legal, MAIL));
    }

    private static void need(BindingResult errors, String field, boolean right) {
        if (!right) {
            errors.rejectValue(field, "registry.register.wrong." + field);
        }
    }

    private static boolean fits(@Nullable String typed, int most) {
        String given = text(typed);
        return !given.isEmpty() && given.length() <= most && given.chars().noneMatch(Character::isISOControl);
    }

    private static boolean matches(@Nullable String typed, Pattern shape) {
        return shape.matcher(text(typed)).matches();
    }

    private boolean fitServices() {
        List<Provider.Offering> all = ProviderPages.offerings(text(services));
        return !all.isEmpty()
                && all.stream()
                        .allMatch(one -> !one.domain().isEmpty()
                                && one.name().length() <= NAME
                                && one.domain().length() <= 253)
                && all.stream().map(Provider.Offering::name).distinct().count() == all.size();
    }

    /// What was typed, after [#check].
    ///
    /// @param language of the page
    Application application(Locale language) {
        return new Application(
                text(company),
                text(country).toUpperCase(Locale.ROOT),
                ProviderPages.offerings(text(services)),
                Objects.requireNonNull(ground),
                text(person),
                text(mail),
                Fields.orNull(phone),
                Fields.orNull(legal),
                language.getLanguage());
    }

    private static String text(@Nullable String typed) {
        return typed == null ? "" : typed.strip();
    }

    @Override
    public String toString() {
        return "RegistrationForm(" + ground + ")";
    }
}
