// SPDX-License-Identifier: Apache-2.0
package org.harborline.referral.web;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.harborline.access.Accounts;
import org.harborline.platform.Actor;
import org.harborline.platform.Permission;
import org.harborline.platform.Requires;
import org.harborline.referral.ByHand;
import org.harborline.referral.Delivery;
import org.harborline.referral.DeliveryId;
import org.harborline.referral.DeliveryState;
import org.harborline.referral.DiscardReason;
import org.harborline.referral.Endings;
import org.harborline.referral.NightCalls;
import org.harborline.referral.Opening;
import org.harborline.referral.Referrals;
import org.harborline.referral.UnreferredReports;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// All referrals for staff: where each package is, what the agency answered, and where a returned one goes instead.
@Controller
class ReferralPages {

    private static final int PAGE = 50;

    private final Referrals referrals;
    private final AgencyNames names;
    private final Packages packages;
    private final Accounts accounts;
    private final UnreferredReports unreferred;
    private final Endings endings;
    private final NightCalls calls;

    ReferralPages(
            Referrals referrals,
            AgencyNames names,
            Packages packages,
            Accounts accounts,
            UnreferredReports unreferred,
            Endings endings,
            NightCalls calls) {
        this.endings = endings;
        this.calls = calls;
        this.referrals = referrals;
        this.names = names;
        this.packages = packages;
        this.accounts = accounts;
        this.unreferred = unreferred;
    }

    @GetMapping("/referrals")
    @Requires(Permission.REFER)
    String list(
            Actor actor,
            @RequestParam(required = false) @Nullable DeliveryState state,
            @RequestParam(required = false) @Nullable UUID after,
            Model model) {
        var page = referrals.list(actor, state, after == null ? null : new DeliveryId(after), PAGE);
        model.addAttribute("page", page);
        model.addAttribute("names", names.of(page.deliveries()));
        // by name: the template's expressions cannot look an enum up in a map
        var counts = new TreeMap<String, Object>();
        referrals
                .counts(actor)
                .forEach((counted, value) ->
                        counts.put(counted.name(), value < Referrals.MANY ? value : Referrals.MANY + "+"));
        model.addAttribute("counts", counts);
        model.addAttribute("late", referrals.late(actor));
        model.addAttribute("unreferred", unreferred.count(actor));
        model.addAttribute("ending", endings.count(actor));
        model.addAttribute("states", DeliveryState.values());
        model.addAttribute("state", state);
        String filter = state == null ? "?" : "?state=" + state + "&";
        model.addAttribute("first", after == null ? null : "/referrals" + filter);
        model.addAttribute("next", page.next() == null ? null : "/referrals" + filter + "after=" + page.next());
        return "referral/referrals";
    }

    @GetMapping("/referrals/{id}")
    @Requires(Permission.REFER)
    String show(Actor actor, @PathVariable UUID id, Model model) {
        Delivery delivery = referrals.get(actor, new DeliveryId(id));
        var companions = referrals.companions(actor, delivery.id());
        model.addAttribute("d", delivery);
        model.addAttribute("companions", companions);
        model.addAttribute("names", names.of(List.of(delivery)));
        model.addAttribute("call", calls.of(actor, delivery.id()).orElse(null));
        model.addAttribute("mayTell", actor.may(Permission.PAGE_ACKNOWLEDGE));
        boolean returned = delivery.state() == DeliveryState.RETURNED;
        model.addAttribute("decision", returned ? referrals.propose(actor, delivery.report()) : null);
        model.addAttribute(
                "check",
                returned ? referrals.addressCheck(actor, delivery.report()).orElse(null) : null);
        model.addAttribute("me", actor.id());
        model.addAttribute("receivers", returned ? referrals.receivers(actor) : List.of());
        var held = delivery.held();
        model.addAttribute("owners", held == null ? Map.of() : accounts.names(actor, List.of(held.owner())));
        model.addAttribute("handReasons", ByHand.Why.values());
        model.addAttribute("discardReasons", DiscardReason.ofPeople());
        return "referral/delivery";
    }

    /// What was sent, as the agency sees it; the opening is journalled.
    @GetMapping("/referrals/{id}/package")
    @Requires(Permission.REFER)
    String sent(Actor actor, @PathVariable UUID id, Model model) {
        return packages.page(actor, new DeliveryId(id), "/referrals", "/package", model);
    }

    @GetMapping("/referrals/{id}/file")
    @Requires(Permission.REFER)
    ResponseEntity<byte[]> file(Actor actor, @PathVariable UUID id) {
        return packages.file(actor, new DeliveryId(id));
    }

    @PostMapping("/referrals/{id}/reconsider")
    @Requires(Permission.REFER)
    String reconsider(Actor actor, @PathVariable UUID id) {
        referrals.reconsider(actor, new DeliveryId(id));
        return "redirect:/referrals/" + id;
    }

    @PostMapping("/referrals/{id}/discard")
    @Requires(Permission.REFER)
    String discard(Actor actor, @PathVariable UUID id, @RequestParam DiscardReason reason) {
        referrals.discard(actor, new DeliveryId(id), reason);
        return "redirect:/referrals/" + id;
    }

    @PostMapping("/referrals/{id}/reroute")
    @Requires(Permission.REFER)
    String reroute(Actor actor, @PathVariable UUID id, @RequestParam long version, @ModelAttribute RecipientForm form) {
        return switch (referrals.reroute(actor, new DeliveryId(id), version, form.recipients(), form.byHand())) {
            case Opening.Opened _ -> "redirect:/referrals";
            // and here again, once that person has compared the address: it still replaces what was returned
            case Opening.NeedsSecondPerson _ -> "redirect:/referrals/" + id;
        };
    }
}
