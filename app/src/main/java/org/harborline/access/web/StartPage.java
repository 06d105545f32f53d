// SPDX-License-Identifier: Apache-2.0
package org.harborline.access.web;

import java.util.Comparator;
import java.util.List;
import org.harborline.platform.Actor;
import org.harborline.platform.NavigationItem;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/// The page at the door for everybody; whoever is signed in goes on to the first of their pages.
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
            return "platform/start";
        }
        return "redirect:"
                + items.stream()
                        .filter(item -> actor.may(item.permission()))
                        .map(NavigationItem::path)
                        .findFirst()
                        .orElse(Redirects.OWN_ACCOUNT);
    }
}
