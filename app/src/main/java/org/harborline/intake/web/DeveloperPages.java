// SPDX-License-Identifier: Apache-2.0
package org.harborline.intake.web;

import com.google.common.base.Supplier;
import com.google.common.base.Suppliers;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import tools.jackson.databind.json.JsonMapper;

/// The description of the JSON interface for people. Open to everybody: it says nothing about any report.
@Controller
class DeveloperPages {

    static final String PATH = "/developers";

    private final Supplier<ApiView> view;

    DeveloperPages(ApiDocument document, JsonMapper json) {
        this.view = Suppliers.memoize(() -> ApiView.of(document.tree(), json));
    }

    @GetMapping(PATH)
    String show(Model model) {
        model.addAttribute("api", view.get());
        model.addAttribute("description", DescriptionApi.PATH);
        return "intake/developers";
    }
}
