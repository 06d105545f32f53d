// SPDX-License-Identifier: Apache-2.0
package org.harborline.access.web;

import jakarta.servlet.http.HttpServletResponse;
import org.harborline.access.AccessProblem;
import org.harborline.access.Accounts;
import org.harborline.access.OpenInvitation;
import org.harborline.access.OpenInvitation.Reason;
import org.harborline.platform.Actor;
import org.harborline.platform.ProblemException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Where an invitation link leads: a password is chosen, then signing in is the ordinary way. The link is the
/// permission.
@Controller
class InvitationPages {

    private static final String PAGE = "access/invitation";

    private final Accounts accounts;

    InvitationPages(Accounts accounts) {
        this.accounts = accounts;
    }

    @GetMapping("/invitation/{secret}")
    String show(Actor actor, @PathVariable String secret, Model model) {
        return page(actor, secret, model);
    }

    private String page(Actor actor, String secret, Model model) {
        var invitation = open(actor, secret);
        model.addAttribute("secret", secret);
        model.addAttribute("invitation", invitation);
        model.addAttribute("first", invitation.reason() == Reason.FIRST_ADMINISTRATOR);
        return PAGE;
    }

    private OpenInvitation open(Actor actor, String secret) {
        return accounts.invitation(actor, secret)
                .orElseThrow(() -> new ProblemException(AccessProblem.INVITATION_UNUSABLE));
    }

    @PostMapping("/invitation/{secret}")
    String accept(
            Actor actor,
            @PathVariable String secret,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String displayName,
            @RequestParam(defaultValue = "") String password,
            HttpServletResponse response,
            Model model) {
        try {
            if (open(actor, secret).reason() == Reason.FIRST_ADMINISTRATOR) {
                accounts.acceptFirstInvitation(actor, secret, name, displayName, password);
            } else {
                accounts.acceptInvitation(actor, secret, password);
            }
            return "redirect:" + Redirects.SIGN_IN;
        } catch (ProblemException problem) {
            Problems.show(problem, model);
            response.setStatus(HttpStatus.BAD_REQUEST.value());
            model.addAttribute("name", name);
            model.addAttribute("displayName", displayName);
            return page(actor, secret, model);
        }
    }
}
