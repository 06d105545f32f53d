// SPDX-License-Identifier: Apache-2.0
package org.harborline.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.harborline.access.AccessProblem;
import org.harborline.access.Factors;
import org.harborline.access.PasskeyAnswer;
import org.harborline.access.Session;
import org.harborline.access.Session.Standing;
import org.harborline.access.SignIns;
import org.harborline.platform.Actor;
import org.harborline.platform.ProblemException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/// Asks for the second factor after the password, and again before things that matter. Open to everybody because
/// nothing
/// is allowed yet; each handler needs a session.
@Controller
class SecondFactorPages {

    private static final String PAGE = "access/second-factor";

    private final SignIns signIns;
    private final Factors factors;
    private final SignInAnswers answers;
    private final PasskeyOrigin origin;

    SecondFactorPages(SignIns signIns, Factors factors, SignInAnswers answers, PasskeyOrigin origin) {
        this.signIns = signIns;
        this.factors = factors;
        this.answers = answers;
        this.origin = origin;
    }

    @GetMapping(Redirects.SECOND_FACTOR)
    String show(@RequestParam(required = false) @Nullable String next, HttpServletRequest request, Model model) {
        var session = Visitors.session();
        if (session.isEmpty()) {
            return "redirect:" + Redirects.with(Redirects.SIGN_IN, Redirects.own(next));
        }
        if (session.get().standing() != Standing.SECOND_FACTOR_DUE) {
            return "redirect:" + SignInAnswers.onward(session.get().standing(), Redirects.own(next));
        }
        return page(session.get(), next, request, model);
    }

    /// Asks somebody who is signed in to show that it is still them.
    @GetMapping(Redirects.CONFIRM_AGAIN)
    String again(@RequestParam(required = false) @Nullable String next, HttpServletRequest request, Model model) {
        return Visitors.session()
                .map(session -> page(session, next, request, model))
                .orElse("redirect:" + Redirects.with(Redirects.SIGN_IN, Redirects.own(next)));
    }

    private String page(Session session, @Nullable String next, HttpServletRequest request, Model model) {
        model.addAttribute("next", Redirects.own(next));
        model.addAttribute("enrolled", session.enrolled());
        model.addAttribute("again", session.standing() != Standing.SECOND_FACTOR_DUE);
        model.addAttribute("passkeys", session.enrolled() && origin.of(request).isPresent());
        return PAGE;
    }

    @PostMapping(Redirects.SECOND_FACTOR)
    String code(
            Actor actor,
            Session session,
            @RequestParam(defaultValue = "") String code,
            @RequestParam(required = false) @Nullable String next,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        var answer = signIns.confirmWithCode(actor, session, code, Visitors.network(request));
        page(session, next, request, model);
        return answers.proceed(answer, request, response, model, PAGE, Redirects.own(next));
    }

    @PostMapping(Redirects.CONFIRM_AGAIN)
    String password(
            Actor actor,
            Session session,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(required = false) @Nullable String next,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        var answer = signIns.confirmWithPassword(actor, session, password, Visitors.network(request));
        page(session, next, request, model);
        return answers.proceed(answer, request, response, model, PAGE, Redirects.own(next));
    }

    @PostMapping(path = "/sign-in/passkey/question", produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseBody
    String question(Actor actor, Session session, HttpServletRequest request) {
        return factors.askPasskey(actor, session, requiredOrigin(request));
    }

    @PostMapping("/sign-in/passkey")
    String passkey(
            Actor actor,
            Session session,
            @RequestParam String answer,
            @RequestParam(required = false) @Nullable String next,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        var given = new PasskeyAnswer(requiredOrigin(request), answer);
        var outcome = signIns.confirmWithPasskey(actor, session, given, Visitors.network(request));
        page(session, next, request, model);
        return answers.proceed(outcome, request, response, model, PAGE, Redirects.own(next));
    }

    private String requiredOrigin(HttpServletRequest request) {
        return origin.of(request).orElseThrow(() -> new ProblemException(AccessProblem.PASSKEY_REFUSED));
    }
}
