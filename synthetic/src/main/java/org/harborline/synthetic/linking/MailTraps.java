// SPDX-License-Identifier: Apache-2.0
package org.harborline.synthetic.linking;

import java.util.List;
import java.util.function.Consumer;
import org.harborline.synthetic.reports.ReportBuilder;

/// Mailboxes that look like one. Domains are reserved ones: `mail.example` ignores dots and tags, `post.example` tags,
/// others nothing.
final class MailTraps {

    private static final List<String> ROLES = List.of(
            "info",
            "office",
            "sales",
            "team",
            "enquiries",
            "jobs",
            "accounts",
            "do-not-reply",
            "no_reply",
            "hr",
            "orders");
    private static final List<String> PLACEHOLDERS = List.of(
            "test@example.com",
            "user@example.com",
            "noemail@example.com",
            "None@example.com",
            "email@example.com",
            "abc@example.com",
            "unknown@example.com");

    private final Scene scene;

    MailTraps(Scene scene) {
        this.scene = scene;
    }

    void tell() {
        spellings();
        shared();
    }

    private void spellings() {
        String m = scene.mark();
        pair(LinkingTrap.EMAIL_UNDERSCORE_MISSING, "kim_" + m + "@town.example", "kim" + m + "@town.example");
        m = scene.mark();
        pair(LinkingTrap.EMAIL_HYPHEN_MISSING, "kim-" + m + "@mail.example", "kim" + m + "@mail.example");
        m = scene.mark();
        pair(LinkingTrap.EMAIL_ONE_DIGIT_MORE, m + "1@mail.example", m + "11@mail.example");
        m = scene.mark();
        pair(LinkingTrap.EMAIL_LETTERS_SWAPPED, "robin" + m + "@mail.example", "robni" + m + "@mail.example");
        m = scene.mark();
        pair(LinkingTrap.EMAIL_DOTS_THAT_COUNT, "sam." + m + "@post.example", "sam" + m + "@post.example");
        m = scene.mark();
        pair(LinkingTrap.EMAIL_DOTS_AT_AN_UNKNOWN_DOMAIN, "a." + m + "@town.example", "a" + m + "@town.example");
        m = scene.mark();
        pair(LinkingTrap.EMAIL_TAG_THAT_COUNTS, m + "+x@town.example", m + "@town.example");
        m = scene.mark();
        pair(LinkingTrap.EMAIL_AT_ANOTHER_DOMAIN, m + "@town.example", m + "@post.example");
        m = scene.mark();
        pair(LinkingTrap.EMAIL_LOOKALIKE_LETTER, "a" + m + "@town.example", "а" + m + "@town.example");
        m = scene.mark();
        pair(LinkingTrap.EMAIL_CATCH_ALL, "a@shop-" + m + ".example", "b@shop-" + m + ".example");
    }

    private void shared() {
        String office = role() + "@office-" + scene.mark() + ".example";
        scene.apart(LinkingTrap.EMAIL_OF_A_ROLE, mail(office));
        String role = role();
        pair(
                LinkingTrap.EMAIL_OF_A_ROLE_WITH_TAG,
                role + "+" + scene.mark() + "@post.example",
                role + "+" + scene.mark() + "@post.example");
        String parent = "parent" + scene.mark() + "@town.example";
        scene.apart(LinkingTrap.EMAIL_FOR_RECOVERY, told -> told.party(p -> p.withRecoveryEmail(parent)), mail(parent));
        scene.apart(LinkingTrap.EMAIL_DISPOSABLE, mail(scene.mark() + "@throwaway.example"));
        scene.apart(LinkingTrap.EMAIL_PLACEHOLDER, mail(any(PLACEHOLDERS)));
        // who reports writes their own address where the other's belongs
        String own = "own" + scene.mark() + "@town.example";
        scene.apart(
                LinkingTrap.EMAIL_OF_THE_REPORTER,
                told -> mail(own).accept(told.say(r -> r.reportedBy("Robin", "Sample", own))));
        scene.apart(
                LinkingTrap.EMAIL_OF_THE_SENDERS_DESK,
                told -> told.party(p -> p.withEmail("reports@" + ReportBuilder.domainOf(told.sender()))));
    }

    private String role() {
        return any(ROLES);
    }

    private String any(List<String> values) {
        return values.get(scene.random().nextInt(values.size()));
    }

    private void pair(LinkingTrap trap, String one, String other) {
        scene.apart(trap, mail(one), mail(other));
    }

    private static Consumer<Told> mail(String address) {
        return told -> told.party(p -> p.withEmail(address));
    }
}
