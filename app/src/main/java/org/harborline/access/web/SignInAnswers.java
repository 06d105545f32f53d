// SPDX-License-Identifier: Apache-2.0
package org.harborline.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.harborline.access.Session.Standing;
import org.harborline.access.SignInAnswer;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/// Turns the outcome of an attempt into what the browser gets: a new cookie and the next page, or the same form with
/// what to do.
@Component
class SignInAnswers {

    private final CsrfTokenRepository formTokens;

    SignInAnswers(CsrfTokenRepository formTokens) {
        this.formTokens = formTokens;
    }

    /// @param page shown again when the attempt was not accepted
    /// @param next where to go on to
    String proceed(
            SignInAnswer answer,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            String page,
            String next) {
        model.addAttribute("next", next);
        return switch (answer) {
            case SignInAnswer.Opened opened -> {
                keep(opened, request, response);
                yield "redirect:" + onward(opened.standing(), next);
            }
            case SignInAnswer.Refused() -> {
                response.setStatus(HttpStatus.UNAUTHORIZED.value());
                model.addAttribute("refused", true);
                yield page;
            }
            case SignInAnswer.Ended() -> {
                forget(request, response);
                yield "redirect:" + Redirects.with(Redirects.SIGN_IN, next);
            }
            case SignInAnswer.Slowed slowed -> {
                var seconds = slowed.remaining().toSeconds() + 1;
                response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
                response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
                model.addAttribute("seconds", seconds);
                yield page;
            }
        };
    }

    /// Gives the browser the session's token, and a new token for forms with it.
    void keep(SignInAnswer.Opened opened, HttpServletRequest request, HttpServletResponse response) {
        SessionCookie.write(request, response, opened.token());
        formTokens.saveToken(null, request, response);
    }

    /// Takes both away.
    void forget(HttpServletRequest request, HttpServletResponse response) {
        SessionCookie.clear(request, response);
        formTokens.saveToken(null, request, response);
    }

    static String onward(Standing standing, String next) {
        return switch (standing) {
            case COMPLETE -> next;
            case SECOND_FACTOR_DUE -> Redirects.with(Redirects.SECOND_FACTOR, next);
            case ENROLMENT_DUE -> Redirects.OWN_ACCOUNT;
        };
    }
}
