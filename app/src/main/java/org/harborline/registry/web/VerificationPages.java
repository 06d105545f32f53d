// SPDX-License-Identifier: Apache-2.0
package org.harborline.registry.web;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.harborline.access.Accounts;
import org.harborline.access.FreshFactor;
import org.harborline.platform.Actor;
import org.harborline.platform.Permission;
import org.harborline.platform.PlatformProblem;
import org.harborline.platform.ProblemException;
import org.harborline.platform.Purpose;
import org.harborline.platform.Requires;
import org.harborline.registry.CheckItem;
import org.harborline.registry.Organisations;
import org.harborline.registry.ProviderId;
import org.harborline.registry.Standing;
import org.harborline.registry.Verifications;
import org.harborline.registry.Verifying;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The checklist of a company and who agreed, for staff.
@Controller
class VerificationPages {

    private static final String HOME = "/registry/providers/{id}/verification";

    private final Organisations organisations;
    private final Verifications verifications;
    private final Accounts accounts;
    private final Clock clock;

    VerificationPages(Organisations organisations, Verifications verifications, Accounts accounts, Clock clock) {
        this.organisations = organisations;
        this.verifications = verifications;
        this.accounts = accounts;
        this.clock = clock;
    }

    @GetMapping(HOME)
    @Requires(Permission.REGISTRY_READ)
    String show(Actor actor, @PathVariable UUID id, Model model) {
        var provider = organisations
                .findProvider(actor, new ProviderId(id))
                .orElseThrow(() -> new ProblemException(PlatformProblem.NOT_FOUND));
        Verifying verifying = verifications.opened(actor.with(Purpose.OPERATION), provider.id());
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        model.addAttribute("provider", provider);
        model.addAttribute("verifying", verifying);
        model.addAttribute("items", CheckItem.values());
        model.addAttribute("today", today);
        model.addAttribute("agreed", verifying.agreed(today));
        model.addAttribute("names", accounts.names(actor, people(verifying)));
        model.addAttribute("mayChange", actor.may(Permission.REGISTRY_CHANGE));
        model.addAttribute("mayApprove", mayApprove(actor, verifying));
        return "registry/verification";
    }

    /// Whose turn it is, so that nobody is offered what would be refused.
    private static boolean mayApprove(Actor actor, Verifying verifying) {
        return actor.may(Permission.PROVIDER_APPROVE)
                && verifying.standing() == Standing.UNVERIFIED
                && verifying.approvals().stream().noneMatch(one -> one.by().equals(actor.id()));
    }

    private static Set<String> people(Verifying verifying) {
        var all = new HashSet<String>();
        verifying.checks().values().forEach(check -> all.add(check.by()));
        verifying.approvals().forEach(approval -> all.add(approval.by()));
        return all;
    }

    @PostMapping(HOME + "/checks/{item}")
    @Requires(Permission.REGISTRY_CHANGE)
    String check(
            Actor actor,
            @PathVariable UUID id,
            @PathVariable CheckItem item,
            @RequestParam long version,
            @RequestParam(defaultValue = "") String note) {
        verifications.check(actor.with(Purpose.OPERATION), new ProviderId(id), item, note.strip(), version);
        return back(id);
    }

    @PostMapping(HOME + "/checks/{item}/reopen")
    @Requires(Permission.REGISTRY_CHANGE)
    String reopen(Actor actor, @PathVariable UUID id, @PathVariable CheckItem item, @RequestParam long version) {
        verifications.reopen(actor, new ProviderId(id), item, version);
        return back(id);
    }

    @PostMapping(HOME + "/agreements")
    @Requires(Permission.REGISTRY_CHANGE)
    String agree(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String reference,
            @RequestParam @DateTimeFormat(iso = ISO.DATE) LocalDate firstDay,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate lastDay) {
        verifications.agree(actor.with(Purpose.OPERATION), new ProviderId(id), reference.strip(), firstDay, lastDay);
        return back(id);
    }

    @PostMapping(HOME + "/agreements/{agreement}/removal")
    @Requires(Permission.REGISTRY_CHANGE)
    String drop(Actor actor, @PathVariable UUID id, @PathVariable UUID agreement) {
        verifications.dropAgreement(actor, new ProviderId(id), agreement);
        return back(id);
    }

    @PostMapping(HOME + "/approval")
    @Requires(Permission.PROVIDER_APPROVE)
    @FreshFactor(back = HOME)
    String approve(Actor actor, @PathVariable UUID id, @RequestParam long version) {
        verifications.approve(actor, new ProviderId(id), version);
        return back(id);
    }

    @PostMapping(HOME + "/suspension")
    @Requires(Permission.REGISTRY_CHANGE)
    String suspend(Actor actor, @PathVariable UUID id, @RequestParam long version) {
        verifications.suspend(actor, new ProviderId(id), version);
        return back(id);
    }

    @PostMapping(HOME + "/resumption")
    @Requires(Permission.REGISTRY_CHANGE)
    String resume(Actor actor, @PathVariable UUID id, @RequestParam long version) {
        verifications.resume(actor, new ProviderId(id), version);
        return back(id);
    }

    private static String back(UUID id) {
        return "redirect:/registry/providers/" + id + "/verification";
    }
}
