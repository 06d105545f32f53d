// SPDX-License-Identifier: Apache-2.0
package org.harborline.registry.web;

import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import org.harborline.platform.Actor;
import org.harborline.platform.Permission;
import org.harborline.platform.PlatformProblem;
import org.harborline.platform.ProblemException;
import org.harborline.platform.Requires;
import org.harborline.registry.AddCoverage;
import org.harborline.registry.AgencyId;
import org.harborline.registry.Area;
import org.harborline.registry.CoverageId;
import org.harborline.registry.Organisations;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// What an agency covers: entering, confirming and ending entries. All answers lead back to the agency.
@Controller
class CoveragePages {

    private final Organisations organisations;

    CoveragePages(Organisations organisations) {
        this.organisations = organisations;
    }

    @PostMapping("/registry/agencies/{agency}/coverage")
    @Requires(Permission.REGISTRY_CHANGE)
    String add(Actor actor, @PathVariable UUID agency, @ModelAttribute NewCoverage form) {
        organisations.addCoverage(
                actor, new AddCoverage(new AgencyId(agency), form.area(), form.effectiveFrom(), form.effectiveUntil()));
        return back(agency);
    }

    @PostMapping("/registry/agencies/{agency}/coverage/{entry}/verification")
    @Requires(Permission.REGISTRY_CHANGE)
    String verify(
            Actor actor,
            @PathVariable UUID agency,
            @PathVariable UUID entry,
            @RequestParam long version,
            @RequestParam @DateTimeFormat(iso = ISO.DATE) LocalDate on) {
        organisations.verifyCoverage(actor, new CoverageId(entry), version, on);
        return back(agency);
    }

    @PostMapping("/registry/agencies/{agency}/coverage/{entry}/end")
    @Requires(Permission.REGISTRY_CHANGE)
    String end(
            Actor actor,
            @PathVariable UUID agency,
            @PathVariable UUID entry,
            @RequestParam long version,
            @RequestParam @DateTimeFormat(iso = ISO.DATE) LocalDate until) {
        organisations.endCoverage(actor, new CoverageId(entry), version, until);
        return back(agency);
    }

    private static String back(UUID agency) {
        return "redirect:/registry/agencies/" + agency + "#coverage";
    }

    /// What the form for a new entry sends.
    record NewCoverage(
            Area.Scope scope,
            @Nullable String country,
            @Nullable String region,
            @Nullable String place,
            @DateTimeFormat(iso = ISO.DATE) LocalDate effectiveFrom,
            @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate effectiveUntil) {

        Area area() {
            try {
                return new Area(scope, upper(country), upper(region), Fields.orNull(place));
            } catch (IllegalArgumentException _) {
                throw new ProblemException(PlatformProblem.INVALID_INPUT);
            }
        }

        private static @Nullable String upper(@Nullable String code) {
            String given = Fields.orNull(code);
            return given == null ? null : given.toUpperCase(Locale.ROOT);
        }
    }
}
