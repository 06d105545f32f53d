// SPDX-License-Identifier: Apache-2.0
package org.harborline.access.web;

import java.util.Comparator;
import java.util.List;
import org.harborline.platform.Actor;
import org.harborline.platform.NavigationItem;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/// Leads to the first page of the navigation that is for the person who is signed in.
@Controller
class StartPage {

    private final List<NavigationItem> items;

    StartPage(ObjectProvider<NavigationItem> items) {
        this.items = items.stream()
                .sorted(Comparator.comparing(NavigationItem::operator).thenComparingInt(NavigationItem::order))
                .toList();
    }

    @GetMapping(Redirects.START)
    String start(Actor actor) {
        if (Visitors.session().isEmpty()) {
            return "redirect:" + Redirects.SIGN_IN;
        }
        return "redirect:"
                + items.stream()
                        .filter(item -> actor.may(item.permission()))
                        .map(NavigationItem::path)
                        .findFirst()
                        .orElse(Redirects.OWN_ACCOUNT);
    }
}
