// SPDX-License-Identifier: Apache-2.0
package org.harborline.vault.web;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.harborline.access.Accounts;
import org.harborline.access.FreshFactor;
import org.harborline.platform.Actor;
import org.harborline.platform.NavigationItem;
import org.harborline.platform.Permission;
import org.harborline.platform.PlatformProblem;
import org.harborline.platform.ProblemException;
import org.harborline.platform.RecordRef;
import org.harborline.platform.Requires;
import org.harborline.vault.Erasure;
import org.harborline.vault.ErasureReason;
import org.harborline.vault.Erasures;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Where two people erase a report and everybody who audits sees what was erased.
@Controller
class ErasurePages {

    private static final int PAGE = 50;

    private final Erasures erasures;
    private final Accounts accounts;

    ErasurePages(Erasures erasures, Accounts accounts) {
        this.erasures = erasures;
        this.accounts = accounts;
    }

    @GetMapping("/operator/erasures")
    @Requires(Permission.JOURNAL_READ)
    String list(Actor actor, @RequestParam(required = false) @Nullable UUID after, Model model) {
        List<Erasure> list = erasures.list(actor, after, PAGE);
        model.addAttribute("erasures", list);
        model.addAttribute("names", accounts.names(actor, people(list)));
        model.addAttribute("self", actor.id());
        model.addAttribute("mayErase", actor.may(Permission.ERASE));
        model.addAttribute("reasons", ErasureReason.values());
        model.addAttribute("first", after == null ? null : "/operator/erasures");
        model.addAttribute(
                "next",
                list.size() < PAGE
                        ? null
                        : "/operator/erasures?after=" + list.getLast().id());
        return "vault/erasures";
    }

    private static List<String> people(List<Erasure> list) {
        return list.stream()
                .flatMap(one -> Stream.of(one.askedBy(), Objects.requireNonNullElse(one.answeredBy(), one.askedBy())))
                .distinct()
                .toList();
    }

    @PostMapping("/operator/erasures")
    @Requires(Permission.ERASE)
    String ask(Actor actor, @RequestParam long report, @RequestParam ErasureReason reason) {
        if (report < 1) {
            throw new ProblemException(PlatformProblem.NOT_FOUND);
        }
        return "redirect:/operator/erasures/" + erasures.ask(actor, RecordRef.of("report", report), reason);
    }

    @GetMapping("/operator/erasures/{erasure}")
    @Requires(Permission.JOURNAL_READ)
    String erasure(Actor actor, @PathVariable UUID erasure, Model model) {
        Erasure found =
                erasures.find(actor, erasure).orElseThrow(() -> new ProblemException(PlatformProblem.NOT_FOUND));
        model.addAttribute("erasure", found);
        model.addAttribute("names", accounts.names(actor, people(List.of(found))));
        model.addAttribute("self", actor.id());
        model.addAttribute("mayErase", actor.may(Permission.ERASE));
        model.addAttribute("certificate", erasures.certificate(actor, erasure).orElse(null));
        return "vault/erasure";
    }

    @PostMapping("/operator/erasures/{erasure}")
    @Requires(Permission.ERASE)
    @FreshFactor
    String answer(Actor actor, @PathVariable UUID erasure, @RequestParam boolean agreed) {
        erasures.answer(actor, erasure, agreed);
        return "redirect:/operator/erasures/" + erasure;
    }

    @GetMapping("/operator/erasures/{erasure}/certificate.json")
    @Requires(Permission.JOURNAL_READ)
    ResponseEntity<byte[]> certificate(Actor actor, @PathVariable UUID erasure) {
        String document =
                erasures.certificate(actor, erasure).orElseThrow(() -> new ProblemException(PlatformProblem.NOT_FOUND));
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("erasure-" + erasure + ".json")
                                .build()
                                .toString())
                .body(document.getBytes(StandardCharsets.UTF_8));
    }

    @Configuration(proxyBeanMethods = false)
    static class Navigation {

        @Bean
        NavigationItem erasuresItem() {
            return new NavigationItem(
                    "vault.navigation.erasures", "/operator/erasures", 40, Permission.JOURNAL_READ, true);
        }
    }
}
