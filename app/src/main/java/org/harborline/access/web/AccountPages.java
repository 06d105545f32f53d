// SPDX-License-Identifier: Apache-2.0
package org.harborline.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.harborline.access.Accounts;
import org.harborline.access.Factors;
import org.harborline.access.Session;
import org.harborline.access.Session.Standing;
import org.harborline.access.SignInAnswer;
import org.harborline.access.SignIns;
import org.harborline.platform.Actor;
import org.harborline.platform.Permission;
import org.harborline.platform.ProblemException;
import org.harborline.platform.Requires;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The own account: password, second factors, where one is signed in.
@Controller
class AccountPages {

    private static final String PAGE = "access/account";

    private final Accounts accounts;
    private final Factors factors;
    private final SignIns signIns;
    private final SignInAnswers answers;
    private final PasskeyOrigin origin;

    AccountPages(Accounts accounts, Factors factors, SignIns signIns, SignInAnswers answers, PasskeyOrigin origin) {
        this.accounts = accounts;
        this.factors = factors;
        this.signIns = signIns;
        this.answers = answers;
        this.origin = origin;
    }

    @GetMapping(Redirects.OWN_ACCOUNT)
    @Requires(Permission.OWN_ACCOUNT)
    String show(Actor actor, Session session, HttpServletRequest request, Model model) {
        model.addAttribute("account", accounts.own(actor));
        model.addAttribute("factors", factors.list(actor));
        model.addAttribute("recoveryCodes", factors.recoveryCodes(actor));
        model.addAttribute("sessions", signIns.list(actor));
        model.addAttribute("here", session.id());
        model.addAttribute("enrolmentDue", session.standing() == Standing.ENROLMENT_DUE);
        model.addAttribute("passkeys", origin.of(request).isPresent());
        return PAGE;
    }

    @PostMapping("/account/password")
    @Requires(Permission.OWN_ACCOUNT)
    String changePassword(
            Actor actor,
            Session session,
            @RequestParam(defaultValue = "") String current,
            @RequestParam(defaultValue = "") String chosen,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        try {
            var answer = signIns.changePassword(actor, session, current, chosen, Visitors.network(request));
            if (answer instanceof SignInAnswer.Opened opened) {
                answers.keep(opened, request, response);
                return "redirect:/account?changed";
            }
            show(actor, session, request, model);
            return answers.proceed(answer, request, response, model, PAGE, Redirects.OWN_ACCOUNT);
        } catch (ProblemException problem) {
            response.setStatus(HttpStatus.BAD_REQUEST.value());
            Problems.show(problem, model);
            return show(actor, session, request, model);
        }
    }

    @PostMapping("/account/sessions/{id}/end")
    @Requires(Permission.OWN_ACCOUNT)
    String endSession(Actor actor, @PathVariable UUID id) {
        signIns.end(actor, id);
        return "redirect:/account";
    }
}
