// SPDX-License-Identifier: Apache-2.0
package org.harborline.notices.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.harborline.notices.Scorecard;
import org.harborline.notices.Scorecards.Useful;
import org.harborline.registry.Provider;
import org.harborline.registry.ServiceId;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;

/// What the page of a scorecard shows.
///
/// @param path of the page; months are chosen below it
record ScorecardView(Provider company, String path) {

    void fill(Scorecard card, List<Useful> useful, Model model) {
        model.addAttribute("company", company);
        model.addAttribute("card", card);
        model.addAttribute("useful", useful);
        model.addAttribute("names", names());
        model.addAttribute("path", path);
    }

    /// Names of the company's services.
    private Map<ServiceId, String> names() {
        Map<ServiceId, String> names = new HashMap<>();
        company.services().forEach(service -> names.put(ServiceId.of(company.id(), service.name()), service.name()));
        return names;
    }

    /// The name of a service, when the company still has it.
    Optional<String> name(@Nullable ServiceId service) {
        return Optional.ofNullable(service).map(names()::get);
    }
}
