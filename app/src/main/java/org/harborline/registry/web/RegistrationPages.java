// SPDX-License-Identifier: Apache-2.0
package org.harborline.registry.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Optional;
import org.harborline.access.ClientNetwork;
import org.harborline.platform.Actor;
import org.harborline.platform.ProblemException;
import org.harborline.registry.Application;
import org.harborline.registry.Registrations;
import org.harborline.registry.RegistryProblem;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/// Where a company asks to join. Every well-formed application is answered alike. The link of the mail is the
/// permission for what follows; opening it does nothing until its button is pressed, because programs open links too.
@Controller
class RegistrationPages {

    private static final String PAGE = "registry/register";

    private final Registrations registrations;
    private final RegistrationLimits limits;

    RegistrationPages(Registrations registrations, RegistrationLimits limits) {
        this.registrations = registrations;
        this.limits = limits;
    }

    @GetMapping("/providers/register")
    String form(Model model) {
        model.addAttribute("form", RegistrationForm.EMPTY);
        model.addAttribute("grounds", Application.Ground.values());
        return PAGE;
    }

    @PostMapping("/providers/register")
    String apply(
            Actor actor,
            @ModelAttribute("form") RegistrationForm form,
            BindingResult errors,
            HttpServletRequest request,
            Locale language,
            Model model) {
        form.check(errors);
        if (errors.hasErrors()) {
            model.addAttribute("grounds", Application.Ground.values());
            return PAGE;
        }
        if (!limits.allows(ClientNetwork.of(request.getRemoteAddr()))) {
            throw new ProblemException(RegistryProblem.REGISTRATION_SLOWED);
        }
        Application application = form.application(language);
        Optional<String> shown =
                limits.mailsTo(application.mail()) ? registrations.apply(actor, application) : Optional.empty();
        model.addAttribute("mails", registrations.mails());
        model.addAttribute("path", shown.orElse(null));
        model.addAttribute("days", Registrations.DAYS);
        return "registry/register-sent";
    }

    @GetMapping("/providers/register/{secret}")
    String open(@PathVariable String secret, Model model) {
        model.addAttribute(
                "company",
                registrations.company(secret).orElseThrow(() -> new ProblemException(RegistryProblem.LINK_UNUSABLE)));
        model.addAttribute("secret", secret);
        return "registry/register-confirm";
    }

    @PostMapping("/providers/register/{secret}")
    String confirm(Actor actor, @PathVariable String secret) {
        return "redirect:" + registrations.confirm(actor, secret).path();
    }
}
