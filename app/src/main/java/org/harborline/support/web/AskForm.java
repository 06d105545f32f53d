// SPDX-License-Identifier: Apache-2.0
package org.harborline.support.web;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import java.util.UUID;
import java.util.regex.Pattern;
import org.harborline.support.AskForSupport;
import org.harborline.support.ContactWay;
import org.harborline.support.SupportTopic;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.BindingResult;

/// What somebody fills in who asks for support.
///
/// @param notice whether somebody they live with could notice: `yes`, `no` or `unsure`
record AskForm(
        @Nullable UUID form,
        @Nullable SupportTopic topic,
        @Nullable String text,
        @Nullable String called,
        @Nullable String notice,
        @Nullable ContactWay way,
        @Nullable String address,
        @Nullable String safeTimes) {

    private static final Pattern MAIL = Pattern.compile("[^@\\s]{1,64}@[^@\\s]+\\.[^@\\s]+");

    static AskForm empty() {
        return new AskForm(UUID.randomUUID(), null, "", "", null, null, "", "");
    }

    /// Each thing that is missing or wrong, at its field.
    void check(BindingResult errors) {
        required(errors, "form", form);
        required(errors, "topic", topic);
        required(errors, "notice", notice);
        required(errors, "way", way);
        if (of(text).isEmpty()) {
            errors.rejectValue("text", "support.ask.text.missing");
        }
        tooLong(errors, "text", text, Typed.MESSAGE);
        tooLong(errors, "called", called, Typed.LINE);
        tooLong(errors, "safeTimes", safeTimes, Typed.LINE);
        tooLong(errors, "address", address, Typed.LINE);
        if (way == ContactWay.PHONE && !isNumber(of(address))) {
            errors.rejectValue("address", "support.ask.address.phone");
        }
        if (way == ContactWay.MAIL && !MAIL.matcher(of(address)).matches()) {
            errors.rejectValue("address", "support.ask.address.mail");
        }
    }

    private static void required(BindingResult errors, String field, @Nullable Object value) {
        if (value == null && !errors.hasFieldErrors(field)) {
            errors.rejectValue(field, "support.ask." + field + ".missing");
        }
    }

    private static void tooLong(BindingResult errors, String field, @Nullable String value, int most) {
        if (of(value).length() > most) {
            errors.rejectValue(field, "support.ask.too-long", new Object[] {most}, null);
        }
    }

    /// With its country in front: whoever calls may be elsewhere.
    private static boolean isNumber(String typed) {
        var numbers = PhoneNumberUtil.getInstance();
        try {
            return numbers.isPossibleNumber(numbers.parse(typed, "ZZ"));
        } catch (NumberParseException _) {
            return false;
        }
    }

    private static String of(@Nullable String typed) {
        return typed == null ? "" : Typed.lines(typed);
    }

    /// What is asked. Checked before.
    AskForSupport command(String language) {
        ContactWay chosen = java.util.Objects.requireNonNull(way);
        return new AskForSupport(
                java.util.Objects.requireNonNull(form),
                java.util.Objects.requireNonNull(topic),
                language,
                of(called),
                chosen,
                chosen.isOutbound() ? of(address) : "",
                of(safeTimes),
                !"no".equals(notice),
                of(text));
    }

    @Override
    public String toString() {
        return "AskForm(" + topic + ")";
    }
}
