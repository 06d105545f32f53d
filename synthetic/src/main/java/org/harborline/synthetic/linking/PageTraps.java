// SPDX-License-Identifier: Apache-2.0
package org.harborline.synthetic.linking;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// Pages that are of nobody, of many, or of a neighbour.
final class PageTraps {

    private final Scene scene;

    PageTraps(Scene scene) {
        this.scene = scene;
    }

    void tell() {
        ofNobody();
        neighbours();
        ofMany();
    }

    private void ofNobody() {
        scene.apart(LinkingTrap.PAGE_BARE_SITE, profile("https://" + scene.mark() + ".example/"));
        scene.apart(
                LinkingTrap.PAGE_START,
                profile("https://" + scene.mark() + ".example/"
                        + any("index.html", "index.php", "home", "default.aspx", "en/", "login")));
        scene.apart(
                LinkingTrap.PAGE_OF_NOBODY,
                profile("https://social.example/"
                        + any("profile", "profile.php", "me", "settings", "account", "user", "my/profile")));
        scene.apart(
                LinkingTrap.PAGE_SHORTENED,
                profile("https://short.example/" + scene.mark().substring(0, 4)));
    }

    private void neighbours() {
        String host = "https://host-" + scene.mark() + ".example/";
        scene.apart(LinkingTrap.PAGE_ON_SHARED_HOSTING, profile(host + "~kim"), profile(host + "~sam"));
        String page = "https://social.example/u?id=" + scene.mark();
        scene.apart(LinkingTrap.PAGE_ONE_DIGIT_MORE, profile(page + "1"), profile(page + "11"));
        String m = scene.mark();
        scene.apart(
                LinkingTrap.PAGE_LETTER_CASE,
                profile("https://social.example/A" + m),
                profile("https://social.example/a" + m));
    }

    private void ofMany() {
        String seen = "https://media.example/watch/" + scene.mark();
        scene.apart(LinkingTrap.PAGE_THAT_MANY_SEE, told -> told.say(r -> r.onWebPage(seen)));
        List<Told> reports = scene.reports(2);
        reports.forEach(told -> told.say(r -> r.batched()));
        scene.plant(LinkingTrap.ITEM_THAT_IS_VIRAL, reports.get(0), reports.get(1));
    }

    private String any(String... values) {
        return Stream.of(values).toList().get(scene.random().nextInt(values.length));
    }

    private static Consumer<Told> profile(String url) {
        return told -> told.party(p -> p.withProfile(url));
    }
}
