// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking.web;

import java.util.List;
import org.harborline.intake.IdentifierKind;
import org.harborline.linking.Links;
import org.harborline.linking.LookUp;
import org.harborline.platform.Actor;
import org.harborline.platform.Permission;
import org.harborline.platform.PlatformProblem;
import org.harborline.platform.ProblemException;
import org.harborline.platform.Purpose;
import org.harborline.platform.Requires;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

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
            IdentifierKind.GROUP);

    private final Links links;

    LookUpPages(Links links) {
        this.links = links;
    }

    @Requires(Permission.LOOK_UP)
    @GetMapping("/look-up")
    String form(Model model) {
        model.addAttribute("kinds", COMPARED);
        model.addAttribute("purposes", Purposes.OFFERED);
        return "linking/look-up";
    }

    @Requires(Permission.LOOK_UP)
    @PostMapping("/look-up")
    String answer(
            Actor actor,
            @RequestParam IdentifierKind kind,
            @RequestParam String value,
            @RequestParam(required = false) @Nullable String qualifier,
            @RequestParam Purpose purpose,
            Model model) {
        if (value.isBlank() || value.length() > LookUp.LONGEST) {
            throw new ProblemException(PlatformProblem.INVALID_INPUT);
        }
        var lookUp =
                new LookUp(kind, value, qualifier == null || qualifier.isBlank() ? null : qualifier, null, null, null);
        model.addAttribute("answer", links.lookUp(actor.with(purpose), lookUp));
        model.addAttribute("kind", kind);
        model.addAttribute("value", value);
        model.addAttribute("qualifier", qualifier);
        model.addAttribute("purpose", purpose);
        return form(model);
    }
}
