// SPDX-License-Identifier: Apache-2.0
package org.harborline.registry.web;

import java.time.LocalDate;
import java.util.UUID;
import org.harborline.platform.Actor;
import org.harborline.platform.Permission;
import org.harborline.platform.Requires;
import org.harborline.registry.CredentialId;
import org.harborline.registry.CredentialScope;
import org.harborline.registry.IssueCredential;
import org.harborline.registry.Organisations;
import org.harborline.registry.ProviderId;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Credentials of a provider. The answer to issuing one is the only page that ever shows its secret, so it is answered
/// directly and not redirected to.
@Controller
class CredentialPages {

    private final Organisations organisations;

    CredentialPages(Organisations organisations) {
        this.organisations = organisations;
    }

    @PostMapping("/registry/providers/{id}/credentials")
    @Requires(Permission.REGISTRY_CHANGE)
    String issue(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam CredentialScope scope,
            @RequestParam(defaultValue = "") String service,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate lastDay,
            Model model) {
        var provider = new ProviderId(id);
        ProviderPages.fill(organisations, actor, provider, model);
        var command = new IssueCredential(provider, Fields.orNull(service), scope, Fields.endOf(lastDay));
        model.addAttribute("issued", organisations.issueCredential(actor, command));
        model.addAttribute("credentials", organisations.credentials(actor, provider));
        return ProviderPages.PAGE;
    }

    @PostMapping("/registry/providers/{id}/credentials/{credential}/revocation")
    @Requires(Permission.REGISTRY_CHANGE)
    String revoke(Actor actor, @PathVariable UUID id, @PathVariable UUID credential) {
        organisations.revokeCredential(actor, new CredentialId(credential));
        return "redirect:/registry/providers/" + id + "#credentials";
    }

    @PostMapping("/registry/providers/{id}/credentials/stop")
    @Requires(Permission.REGISTRY_CHANGE)
    String stop(Actor actor, @PathVariable UUID id) {
        int _ = organisations.revokeCredentials(actor, new ProviderId(id));
        return "redirect:/registry/providers/" + id + "#credentials";
    }
}
