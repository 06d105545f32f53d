// SPDX-License-Identifier: Apache-2.0
package org.harborline.access.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.harborline.access.Accounts;
import org.harborline.access.FreshFactor;
import org.harborline.access.HolderId;
import org.harborline.access.Invitation;
import org.harborline.access.NewAccount;
import org.harborline.access.PartyDirectory;
import org.harborline.access.Role;
import org.harborline.platform.Actor;
import org.harborline.platform.ActorKind;
import org.harborline.platform.Permission;
import org.harborline.platform.PlatformProblem;
import org.harborline.platform.ProblemException;
import org.harborline.platform.RecordRef;
import org.harborline.platform.Requires;
import org.harborline.platform.Settings;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Accounts of staff and officers, for administrators: invite, change roles, reset, disable.
@Controller
class AccountsPages {

    private static final String HOME = "/operator/accounts";
    private static final int PAGE_SIZE = 50;

    private final Accounts accounts;
    private final ObjectProvider<PartyDirectory> directory;
    private final Settings settings;

    AccountsPages(Accounts accounts, ObjectProvider<PartyDirectory> directory, Settings settings) {
        this.accounts = accounts;
        this.directory = directory;
        this.settings = settings;
    }

    @GetMapping(HOME)
    @Requires(Permission.ACCOUNT_CHANGE)
    String list(Actor actor, @RequestParam(required = false) @Nullable UUID after, Model model) {
        var page = accounts.list(actor, Optional.ofNullable(after).map(HolderId::new), PAGE_SIZE);
        model.addAttribute("accounts", page);
        model.addAttribute("first", after == null ? null : HOME);
        model.addAttribute(
                "following",
                page.size() < PAGE_SIZE
                        ? null
                        : HOME + "?after=" + page.getLast().holder());
        return "access/accounts";
    }

    @GetMapping(HOME + "/new")
    @Requires(Permission.ACCOUNT_CHANGE)
    String form(Actor actor, Model model) {
        model.addAttribute("staffRoles", roles(ActorKind.STAFF));
        model.addAttribute("parties", parties(actor));
        return "access/account-new";
    }

    private static List<Role> roles(ActorKind door) {
        return Arrays.stream(Role.values()).filter(role -> role.door() == door).toList();
    }

    private List<PartyDirectory.Party> parties(Actor actor) {
        var known = directory.getIfAvailable();
        return known == null ? List.of() : known.parties(actor);
    }

    @PostMapping(HOME)
    @Requires(Permission.ACCOUNT_CHANGE)
    @FreshFactor(back = HOME + "/new")
    String invite(
            Actor actor,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String displayName,
            @RequestParam(required = false) @Nullable Set<Role> roles,
            @RequestParam(defaultValue = "") String party,
            HttpServletResponse response,
            Model model) {
        try {
            var chosen = party(actor, party);
            var all = chosen == null ? (roles == null ? Set.<Role>of() : roles) : Set.of(first(chosen));
            return link(accounts.invite(actor, new NewAccount(name, displayName, all, chosen)), model);
        } catch (ProblemException problem) {
            Problems.show(problem, model);
            response.setStatus(HttpStatus.BAD_REQUEST.value());
            model.addAttribute("name", name);
            model.addAttribute("displayName", displayName);
            return form(actor, model);
        }
    }

    /// Officers have one role; the first person of a company keeps it, and invites the others.
    private static Role first(RecordRef party) {
        return party.kind().equals("agency") ? Role.AGENCY_OFFICER : Role.PROVIDER_ADMINISTRATOR;
    }

    private @Nullable RecordRef party(Actor actor, String id) {
        if (id.isEmpty()) {
            return null;
        }
        return parties(actor).stream()
                .map(PartyDirectory.Party::ref)
                .filter(ref -> ref.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new ProblemException(PlatformProblem.INVALID_INPUT));
    }

    private String link(Invitation invitation, Model model) {
        model.addAttribute("link", settings.publicUrl().resolve(invitation.path()));
        model.addAttribute("expiresAt", invitation.expiresAt());
        return "access/account-link";
    }

    @GetMapping(HOME + "/{id}")
    @Requires(Permission.ACCOUNT_CHANGE)
    String show(Actor actor, @PathVariable UUID id, Model model) {
        var account = accounts.find(actor, new HolderId(id))
                .orElseThrow(() -> new ProblemException(PlatformProblem.NOT_FOUND));
        model.addAttribute("account", account);
        model.addAttribute("roles", roles(account.kind()));
        model.addAttribute("own", actor.id().equals(id.toString()));
        model.addAttribute(
                "partyName",
                parties(actor).stream()
                        .filter(party -> party.ref().equals(account.party()))
                        .map(PartyDirectory.Party::name)
                        .findFirst()
                        .orElse(null));
        return "access/account-one";
    }

    @PostMapping(HOME + "/{id}/roles")
    @Requires(Permission.ACCOUNT_CHANGE)
    @FreshFactor(back = HOME)
    String changeRoles(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable Set<Role> roles,
            @RequestParam int version) {
        accounts.changeRoles(actor, new HolderId(id), roles == null ? Set.of() : roles, version);
        return back(id);
    }

    @PostMapping(HOME + "/{id}/disable")
    @Requires(Permission.ACCOUNT_CHANGE)
    @FreshFactor(back = HOME)
    String disable(Actor actor, @PathVariable UUID id, @RequestParam int version) {
        accounts.disable(actor, new HolderId(id), version);
        return back(id);
    }

    @PostMapping(HOME + "/{id}/enable")
    @Requires(Permission.ACCOUNT_CHANGE)
    @FreshFactor(back = HOME)
    String enable(Actor actor, @PathVariable UUID id, @RequestParam int version) {
        accounts.enable(actor, new HolderId(id), version);
        return back(id);
    }

    @PostMapping(HOME + "/{id}/reset-factors")
    @Requires(Permission.ACCOUNT_CHANGE)
    @FreshFactor(back = HOME)
    String resetFactors(Actor actor, @PathVariable UUID id) {
        accounts.resetFactors(actor, new HolderId(id));
        return back(id);
    }

    @PostMapping(HOME + "/{id}/end-sessions")
    @Requires(Permission.ACCOUNT_CHANGE)
    String endSessions(Actor actor, @PathVariable UUID id) {
        var _ = accounts.endSessions(actor, new HolderId(id));
        return back(id);
    }

    @PostMapping(HOME + "/{id}/invitation")
    @Requires(Permission.ACCOUNT_CHANGE)
    @FreshFactor(back = HOME)
    String renewInvitation(Actor actor, @PathVariable UUID id, Model model) {
        return link(accounts.renewInvitation(actor, new HolderId(id)), model);
    }

    private static String back(UUID id) {
        return "redirect:" + HOME + "/" + id;
    }
}
