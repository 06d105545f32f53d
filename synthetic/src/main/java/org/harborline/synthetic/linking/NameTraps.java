// SPDX-License-Identifier: Apache-2.0
package org.harborline.synthetic.linking;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/// Handles, names and account ids that several people have.
final class NameTraps {

    private static final List<String> COMMON = List.of(
            "alex",
            "sam",
            "chris",
            "player1",
            "anonymous_user",
            "Anon",
            "king",
            "queen",
            "angel",
            "shadow",
            "gamer",
            "ghost",
            "lucky",
            "princess",
            "ninja",
            "user123",
            "john",
            "maria",
            "unknown_user",
            "new_user",
            "iPhone");
    private static final List<String> PLACEHOLDERS = List.of(
            "deleted_user", "Deleted Account", "[deleted]", "Guest", "unknown", "user", "N/A", "account deleted");
    private static final List<String> TESTS =
            List.of("test", "test123", "testuser", "test1", "testing", "demo", "dummy");
    private static final Duration LONG_AGO = Duration.ofDays(440);

    private final Scene scene;

    NameTraps(Scene scene) {
        this.scene = scene;
    }

    void tell() {
        handlesOfSeveral();
        handlesAlike();
        handlesWeakened();
        names();
        accountsAlike();
        accountsOfNobody();
    }

    private void handlesOfSeveral() {
        String elsewhere = "kim" + scene.mark();
        scene.apart(
                LinkingTrap.HANDLE_ON_ANOTHER_PLATFORM,
                handle(elsewhere),
                told -> handle(elsewhere).accept(told.from(scene.senderBeside(told.sender()))));
        String again = "again" + scene.mark();
        scene.apart(
                LinkingTrap.HANDLE_RECYCLED,
                told -> handle(again).accept(told.at(told.at().minus(LONG_AGO))),
                handle(again));
        scene.apart(LinkingTrap.HANDLE_COMMON, handle(any(COMMON)));
        scene.apart(LinkingTrap.HANDLE_PLACEHOLDER, handle(any(PLACEHOLDERS)));
        String number = "" + (100_000 + scene.random().nextInt(900_000));
        scene.apart(LinkingTrap.HANDLE_OF_NUMBERS, handle(number));
        scene.apart(LinkingTrap.HANDLE_OF_NUMBERS_AND_SIGNS, handle("_" + number.substring(0, 3) + "-" + number));
        String brief = scene.mark().substring(0, 2);
        scene.apart(LinkingTrap.HANDLE_TOO_SHORT, handle(brief));
    }

    private void handlesAlike() {
        String m = scene.mark();
        scene.apart(LinkingTrap.HANDLE_DISCRIMINATOR, handle(m + "#1234"), handle(m + "#1235"));
        String line = scene.mark();
        scene.apart(LinkingTrap.HANDLE_UNDERSCORE_MISSING, handle("kim_" + line), handle("kim" + line));
        String alike = scene.mark();
        scene.apart(LinkingTrap.HANDLE_LOOKALIKE_LETTER, handle("o" + alike), handle("о" + alike));
    }

    private void handlesWeakened() {
        String other = "other" + scene.mark();
        scene.apart(
                LinkingTrap.HANDLE_OF_ANOTHER_COMPANY,
                told -> told.party(p -> p.asThirdPartyUser().withScreenName(other)),
                handle(other));
        String taken = "taken" + scene.mark();
        scene.apart(
                LinkingTrap.HANDLE_COMPROMISED,
                told -> told.party(p -> p.withCompromisedAccount().withScreenName(taken)),
                handle(taken));
    }

    private void names() {
        String shown = "Kim " + scene.mark();
        scene.apart(LinkingTrap.NAME_DISPLAYED_ALIKE, told -> told.party(p -> p.withDisplayName(shown)));
        String last = scene.mark();
        scene.apart(LinkingTrap.NAME_OF_A_PERSON_ALIKE, told -> told.party(p -> p.named("Kim", last)));
    }

    private void accountsAlike() {
        String id = "id-" + scene.mark();
        scene.apart(
                LinkingTrap.ACCOUNT_AT_ANOTHER_PROVIDER,
                account(id),
                told -> account(id).accept(told.from(scene.senderBeside(told.sender()))));
        String letters = scene.mark();
        scene.apart(LinkingTrap.ACCOUNT_LETTER_CASE, account("Q" + letters), account("q" + letters));
        String m = scene.mark();
        scene.apart(LinkingTrap.ACCOUNT_ONE_DIGIT_MORE, account(m + "7"), account(m + "77"));
        if (scene.hasPhones()) {
            String digits = scene.phone();
            scene.apart(
                    LinkingTrap.ACCOUNT_LIKE_A_PHONE,
                    account("+1" + digits),
                    told -> told.party(p -> p.withPhone("+1", digits)));
        }
    }

    private void accountsOfNobody() {
        String other = "tp-" + scene.mark();
        scene.apart(
                LinkingTrap.ACCOUNT_OF_ANOTHER_COMPANY,
                told -> told.party(p -> p.withUserId(other).asThirdPartyUser()));
        String taken = "ca-" + scene.mark();
        scene.apart(
                LinkingTrap.ACCOUNT_COMPROMISED,
                told -> told.party(p -> p.withUserId(taken).withCompromisedAccount()),
                account(taken));
        String zeros = List.of("0", "000000", "00000000-0000-0000-0000-000000000000")
                .get(scene.random().nextInt(3));
        scene.apart(LinkingTrap.ACCOUNT_OF_ZEROS, account(zeros));
        scene.apart(LinkingTrap.ACCOUNT_OF_A_TEST, account(any(TESTS)));
    }

    private String any(List<String> values) {
        return values.get(scene.random().nextInt(values.size()));
    }

    private static Consumer<Told> handle(String name) {
        return told -> told.party(p -> p.withScreenName(name));
    }

    private static Consumer<Told> account(String id) {
        return told -> told.party(p -> p.withUserId(id));
    }
}
