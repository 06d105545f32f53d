// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking.web;

import java.util.List;
import org.harborline.intake.IdentifierKind;
import org.harborline.linking.Links;
import org.harborline.platform.Actor;
import org.harborline.platform.Permission;
import org.harborline.platform.Purpose;
import org.harborline.platform.Requires;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;

/// Looking an exact identifier up. The question is posted, so the identifier is in no address and no history.
@Controller
class LookUpPages {

    private static final List<IdentifierKind> COMPARED = List.of(
            IdentifierKind.EMAIL,
            IdentifierKind.PHONE,
            IdentifierKind.SCREEN_NAME,
            IdentifierKind.PROVIDER_USER_ID,
            IdentifierKind.IP_ADDRESS,
            IdentifierKind.DEVICE_ID,
            IdentifierKind.URL,
            IdentifierKind.GROUP,
            IdentifierKind.PAYMENT_HANDLE);

    private final Links links;

    LookUpPages(Links links) {
        this.links = links;
    }

    @Requires(Permission.LOOK_UP)
    @GetMapping("/look-up")
    String form(Actor actor, Model model) {
        model.addAttribute("form", LookUpForm.EMPTY);
        return page(actor, model);
    }

    private String page(Actor actor, Model model) {
        model.addAttribute("kinds", COMPARED);
        model.addAttribute("senders", links.senders(actor));
        model.addAttribute("purposes", Purposes.OFFERED);
        model.addAttribute("mayCut", actor.may(Permission.LINK_CUT));
        return "linking/look-up";
    }

    @Requires(Permission.LOOK_UP)
    @PostMapping("/look-up")
    String answer(Actor actor, @ModelAttribute("form") LookUpForm form, BindingResult result, Model model) {
        form.check(result);
        // a field that cannot be read leaves the model without the form
        model.addAttribute("form", form);
        Purpose purpose = form.purpose();
        if (!result.hasErrors() && purpose != null) {
            model.addAttribute("answer", links.lookUp(actor.with(purpose), form.lookUp()));
        }
        return page(actor, model);
    }
}
