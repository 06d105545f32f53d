// SPDX-License-Identifier: Apache-2.0
package org.harborline.access.web;

import io.nayuki.qrcodegen.QrCode;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.harborline.access.AccessProblem;
import org.harborline.access.Factors;
import org.harborline.access.FreshFactor;
import org.harborline.access.PasskeyAnswer;
import org.harborline.access.Session;
import org.harborline.access.TotpEnrolment;
import org.harborline.platform.Actor;
import org.harborline.platform.Permission;
import org.harborline.platform.ProblemException;
import org.harborline.platform.Requires;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/// Adding and removing second factors. Needs a recent proof of identity: whoever finds an open screen must not be able
/// to add their own.
@Controller
class FactorPages {

    private static final String BACK = Redirects.OWN_ACCOUNT;

    private final Factors factors;
    private final PasskeyOrigin origin;

    FactorPages(Factors factors, PasskeyOrigin origin) {
        this.factors = factors;
        this.origin = origin;
    }

    @PostMapping("/account/factors/totp")
    @Requires(Permission.OWN_ACCOUNT)
    @FreshFactor(back = BACK)
    String beginTotp(Actor actor) {
        return "redirect:/account/factors/totp/" + factors.beginTotp(actor).factor();
    }

    @GetMapping("/account/factors/totp/{id}")
    @Requires(Permission.OWN_ACCOUNT)
    @FreshFactor(back = BACK)
    String showTotp(Actor actor, @PathVariable UUID id, Model model) {
        return page(factors.pendingTotp(actor, id), model);
    }

    private static String page(TotpEnrolment enrolment, Model model) {
        model.addAttribute("enrolment", enrolment);
        model.addAttribute("picture", picture(enrolment.address()));
        return "access/totp";
    }

    @PostMapping("/account/factors/totp/{id}")
    @Requires(Permission.OWN_ACCOUNT)
    @FreshFactor(back = BACK)
    String confirmTotp(
            Actor actor,
            Session session,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String code,
            HttpServletResponse response,
            Model model) {
        try {
            return enrolled(factors.confirmTotp(actor, session, id, code), model);
        } catch (ProblemException problem) {
            response.setStatus(HttpStatus.BAD_REQUEST.value());
            Problems.show(problem, model);
            return page(factors.pendingTotp(actor, id), model);
        }
    }

    private static String enrolled(List<String> codes, Model model) {
        if (codes.isEmpty()) {
            return "redirect:/account?changed";
        }
        model.addAttribute("codes", codes);
        return "access/recovery-codes";
    }

    @PostMapping(path = "/account/factors/passkey/question", produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseBody
    @Requires(Permission.OWN_ACCOUNT)
    String passkeyQuestion(Actor actor, Session session, HttpServletRequest request) {
        return factors.beginPasskey(actor, session, requiredOrigin(request));
    }

    @PostMapping("/account/factors/passkey")
    @Requires(Permission.OWN_ACCOUNT)
    @FreshFactor(back = BACK)
    String addPasskey(
            Actor actor, Session session, @RequestParam String answer, HttpServletRequest request, Model model) {
        var given = new PasskeyAnswer(requiredOrigin(request), answer);
        return enrolled(factors.confirmPasskey(actor, session, given), model);
    }

    @PostMapping("/account/recovery-codes")
    @Requires(Permission.OWN_ACCOUNT)
    @FreshFactor(back = BACK)
    String newRecoveryCodes(Actor actor, Model model) {
        return enrolled(factors.makeRecoveryCodes(actor), model);
    }

    @PostMapping("/account/factors/{id}/remove")
    @Requires(Permission.OWN_ACCOUNT)
    @FreshFactor(back = BACK)
    String remove(Actor actor, @PathVariable UUID id) {
        factors.remove(actor, id);
        return "redirect:/account?changed";
    }

    private String requiredOrigin(HttpServletRequest request) {
        return origin.of(request).orElseThrow(() -> new ProblemException(AccessProblem.PASSKEY_REFUSED));
    }

    /// The address as a picture for a phone's camera, drawn as text: a data address of an SVG.
    private static String picture(String address) {
        var code = QrCode.encodeText(address, QrCode.Ecc.MEDIUM);
        var path = new StringBuilder();
        for (var y = 0; y < code.size; y++) {
            for (var x = 0; x < code.size; x++) {
                if (code.getModule(x, y)) {
                    path.append('M').append(x).append(',').append(y).append("h1v1h-1z");
                }
            }
        }
        // Four modules of white on each side, as the standard asks; white also on dark pages.
        var edge = code.size + 8;
        var svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"-4 -4 " + edge + " " + edge
                + "\"><rect x=\"-4\" y=\"-4\" width=\"100%\" height=\"100%\" fill=\"#fff\"/><path d=\"" + path
                + "\"/></svg>";
        return "data:image/svg+xml;base64," + Base64.getEncoder().encodeToString(svg.getBytes(StandardCharsets.UTF_8));
    }
}
