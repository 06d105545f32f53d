// SPDX-License-Identifier: Apache-2.0
package org.harborline.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.harborline.access.Session;
import org.harborline.access.SignIns;
import org.harborline.platform.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Signing in with name and password, and signing out. The same page for staff and officers.
@Controller
class SignInPages {

    private static final String PAGE = "access/sign-in";

    private final SignIns signIns;
    private final SignInAnswers answers;

    SignInPages(SignIns signIns, SignInAnswers answers) {
        this.signIns = signIns;
        this.answers = answers;
    }

    @GetMapping("/sign-in")
    String show(@RequestParam(required = false) @Nullable String next, Model model) {
        var standing = Visitors.session().map(Session::standing);
        if (standing.isPresent()) {
            return "redirect:" + SignInAnswers.onward(standing.get(), Redirects.own(next));
        }
        model.addAttribute("next", Redirects.own(next));
        return PAGE;
    }

    @PostMapping("/sign-in")
    String signIn(
            Actor actor,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(required = false) @Nullable String next,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        var answer = signIns.signIn(actor, name, password, Visitors.network(request), SessionCookie.read(request));
        model.addAttribute("name", name);
        return answers.proceed(answer, request, response, model, PAGE, Redirects.own(next));
    }

    @PostMapping("/sign-out")
    String signOut(Actor actor, HttpServletRequest request, HttpServletResponse response) {
        Visitors.session().ifPresent(session -> signIns.signOut(actor, session));
        answers.forget(request, response);
        return "redirect:" + Redirects.SIGN_IN;
    }
}
