// SPDX-License-Identifier: Apache-2.0
package org.harborline.access.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.harborline.access.AccessTest;
import org.harborline.access.Accounts;
import org.harborline.access.ActorAuthentication;
import org.harborline.access.ClientNetwork;
import org.harborline.access.Factors;
import org.harborline.access.HolderId;
import org.harborline.access.MovableClock;
import org.harborline.access.NewAccount;
import org.harborline.access.Role;
import org.harborline.access.Session;
import org.harborline.access.SignInAnswer;
import org.harborline.access.SignIns;
import org.harborline.platform.Actor;
import org.harborline.platform.ActorKind;
import org.harborline.platform.Permission;
import org.harborline.platform.ProblemException;
import org.harborline.platform.RecordRef;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@AccessTest
class SignInDeskTests {

    private static final Actor SYSTEM = Actor.system("tests");
    private static final Actor VISITOR = new Actor("public", ActorKind.PUBLIC, Set.of(), null, null);
    private static final String RIGHT = "right horse battery";
    private static final AtomicInteger NETWORKS = new AtomicInteger();

    @Autowired
    Accounts accounts;

    @Autowired
    SignIns signIns;

    @Autowired
    Factors factors;

    @Autowired
    MovableClock clock;

    private static ClientNetwork anotherNetwork() {
        return ClientNetwork.of("198.18." + NETWORKS.incrementAndGet() + ".7");
    }

    private String analyst() {
        var name = "analyst-" + UUID.randomUUID();
        accounts.create(SYSTEM, new NewAccount(name, "Analyst", Set.of(Role.ANALYST), null), RIGHT);
        return name;
    }

    private SignInAnswer signIn(String name, String password, ClientNetwork network) {
        return signIns.signIn(VISITOR, name, password, network, Optional.empty());
    }

    private String token(String name) {
        return ((SignInAnswer.Opened) signIn(name, RIGHT, anotherNetwork())).token();
    }

    private Optional<ActorAuthentication> who(String token) {
        return signIns.resolve(VISITOR, token);
    }

    @Test
    void theRightPasswordOpensASessionWithThePermissionsOfTheRoles() {
        var token = token(analyst());
        var who = who(token).orElseThrow();
        assertThat(who.actor().kind()).isEqualTo(ActorKind.STAFF);
        assertThat(who.actor().permissions()).isEqualTo(Role.ANALYST.permissions());
        assertThat(who.actor().may(Permission.ACCOUNT_CHANGE)).isFalse();
        assertThat(who.session().orElseThrow().standing()).isEqualTo(Session.Standing.COMPLETE);
        assertThat(who.getAuthorities())
                .extracting(authority -> authority.getAuthority())
                .contains("REPORT_READ", "FACTOR_PASSWORD")
                .doesNotContain("FACTOR_SECOND");
    }

    @Test
    void officersActForTheirAgencyWithNothingButItsPackages() {
        var agency = RecordRef.of("agency", UUID.randomUUID());
        var name = "officer-" + UUID.randomUUID();
        accounts.create(SYSTEM, new NewAccount(name, "Officer", Set.of(Role.AGENCY_OFFICER), agency), RIGHT);
        var actor = who(token(name)).orElseThrow().actor();
        assertThat(actor.kind()).isEqualTo(ActorKind.AGENCY);
        assertThat(actor.party()).isEqualTo(agency);
        assertThat(actor.permissions())
                .containsExactlyInAnyOrder(Permission.PACKAGE_READ, Permission.PACKAGE_ANSWER, Permission.OWN_ACCOUNT);
    }

    @Test
    void aWrongPasswordAndAnUnknownNameGetTheSameAnswer() {
        var name = analyst();
        assertThat(signIn(name, "wrong", anotherNetwork())).isEqualTo(new SignInAnswer.Refused());
        assertThat(signIn("nobody-" + name, RIGHT, anotherNetwork())).isEqualTo(new SignInAnswer.Refused());
        assertThat(signIn(name, "", anotherNetwork())).isEqualTo(new SignInAnswer.Refused());
    }

    @Test
    void caseAndWidthOfTheNameDoNotMatter() {
        var name = analyst();
        assertThat(signIn("  " + name.toUpperCase(java.util.Locale.ROOT) + " ", RIGHT, anotherNetwork()))
                .isInstanceOf(SignInAnswer.Opened.class);
    }

    @Test
    void fiveMistakesAreFreeAndTheSixthAttemptWaits() {
        var name = analyst();
        var network = anotherNetwork();
        try (var _ = clock.standStill()) {
            for (var i = 0; i < 5; i++) {
                assertThat(signIn(name, "wrong", network)).isEqualTo(new SignInAnswer.Refused());
            }
            assertThat(signIn(name, RIGHT, network))
                    .isInstanceOfSatisfying(
                            SignInAnswer.Slowed.class,
                            slowed -> assertThat(slowed.remaining()).isLessThanOrEqualTo(Duration.ofSeconds(1)));
        }
        clock.advance(Duration.ofSeconds(1));
        assertThat(signIn(name, RIGHT, network)).isInstanceOf(SignInAnswer.Opened.class);
        assertThat(signIn(name, "wrong", network)).isEqualTo(new SignInAnswer.Refused());
    }

    @Test
    void waitingNeverGrowsBeyondAMinuteSoThatNoAccountIsLocked() {
        var name = analyst();
        var network = anotherNetwork();
        for (var i = 0; i < 19; i++) {
            assertThat(signIn(name, "wrong", network)).isEqualTo(new SignInAnswer.Refused());
            clock.advance(Duration.ofSeconds(60));
        }
        assertThat(signIn(name, "wrong", network)).isEqualTo(new SignInAnswer.Refused());
        assertThat(signIn(name, RIGHT, network)).isInstanceOf(SignInAnswer.Slowed.class);
        clock.advance(Duration.ofSeconds(60));
        assertThat(signIn(name, RIGHT, network)).isInstanceOf(SignInAnswer.Opened.class);
    }

    @Test
    void attemptsElsewhereDoNotSlowTheRightPerson() {
        var name = analyst();
        var network = anotherNetwork();
        try (var _ = clock.standStill()) {
            for (var i = 0; i < 8; i++) {
                signIn(name, "wrong", network);
            }
            assertThat(signIn(name, RIGHT, network)).isInstanceOf(SignInAnswer.Slowed.class);
        }
        assertThat(signIn(name, RIGHT, anotherNetwork())).isInstanceOf(SignInAnswer.Opened.class);
    }

    @Test
    void aNetworkThatTriesManyNamesIsSlowedForNamesItNeverTried() {
        var network = anotherNetwork();
        try (var _ = clock.standStill()) {
            for (var i = 0; i < 20; i++) {
                assertThat(signIn("guess-" + i, "wrong", network)).isEqualTo(new SignInAnswer.Refused());
            }
            assertThat(signIn(analyst(), RIGHT, network)).isInstanceOf(SignInAnswer.Slowed.class);
        }
    }

    @Test
    void addressesOfOneNetworkCountTogether() {
        assertThat(ClientNetwork.of("203.0.113.9")).isEqualTo(ClientNetwork.of("203.0.113.254"));
        assertThat(ClientNetwork.of("203.0.113.9")).isNotEqualTo(ClientNetwork.of("203.0.114.9"));
        assertThat(ClientNetwork.of("2001:db8:1:2::1")).isEqualTo(ClientNetwork.of("2001:db8:1:2:ffff::1"));
        assertThat(ClientNetwork.of("2001:db8:1:2::1")).isNotEqualTo(ClientNetwork.of("2001:db8:1:3::1"));
        assertThat(ClientNetwork.of("::ffff:203.0.113.9")).isEqualTo(ClientNetwork.of("203.0.113.1"));
        assertThat(ClientNetwork.of("fe80::1%eth0")).isEqualTo(ClientNetwork.of("fe80::2"));
        assertThat(ClientNetwork.of("nonsense")).isEqualTo(ClientNetwork.of(""));
        assertThat(ClientNetwork.of("203.0.113.9").toString()).doesNotContain("203");
    }

    @Test
    void aSessionEndsAfterAnHourWithoutRequestsAndAfterTwelveHoursWithThem() {
        var idle = token(analyst());
        clock.advance(Duration.ofMinutes(59));
        assertThat(who(idle)).isPresent();
        clock.advance(Duration.ofMinutes(59));
        assertThat(who(idle)).isPresent();
        clock.advance(Duration.ofMinutes(60));
        assertThat(who(idle)).isEmpty();

        var busy = token(analyst());
        for (var hour = 0; hour < 12; hour++) {
            assertThat(who(busy)).isPresent();
            clock.advance(Duration.ofMinutes(59));
        }
        assertThat(who(busy)).isPresent();
        clock.advance(Duration.ofMinutes(12));
        assertThat(who(busy)).isEmpty();
    }

    @Test
    void signingInAgainEndsTheSessionTheBrowserHad() {
        var name = analyst();
        var first = token(name);
        signIns.signIn(VISITOR, name, RIGHT, anotherNetwork(), Optional.of(first));
        assertThat(who(first)).isEmpty();
    }

    @Test
    void signingOutEndsTheSessionAtOnceAndOthersStay() {
        var name = analyst();
        var here = token(name);
        var there = token(name);
        var who = who(here).orElseThrow();
        signIns.signOut(who.actor(), who.session().orElseThrow());
        assertThat(who(here)).isEmpty();
        assertThat(who(there)).isPresent();
    }

    @Test
    void nobodyEndsASessionOfSomebodyElse() {
        var mine = who(token(analyst())).orElseThrow();
        var theirs = token(analyst());
        var session = who(theirs).orElseThrow().session().orElseThrow();
        assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> signIns.end(mine.actor(), session.id()));
        assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> signIns.signOut(mine.actor(), session));
        assertThat(who(theirs)).isPresent();
    }

    @Test
    void aDisabledAccountIsOutWithItsNextRequestAndCannotComeBack() {
        var name = analyst();
        var token = token(name);
        var holder =
                new HolderId(UUID.fromString(who(token).orElseThrow().actor().id()));
        accounts.create(
                SYSTEM, new NewAccount("admin-" + UUID.randomUUID(), "Admin", Set.of(Role.ADMINISTRATOR), null), RIGHT);
        accounts.disable(SYSTEM, holder, 1);
        assertThat(who(token)).isEmpty();
        assertThat(signIn(name, RIGHT, anotherNetwork())).isEqualTo(new SignInAnswer.Refused());
        accounts.enable(SYSTEM, holder, 2);
        assertThat(signIn(name, RIGHT, anotherNetwork())).isInstanceOf(SignInAnswer.Opened.class);
    }

    /// What happens when the session ends between the look at it and the code.
    @Test
    void aRecoveryCodeIsNotUsedUpByASessionThatIsGone() {
        var name = analyst();
        var token = token(name);
        var who = who(token).orElseThrow();
        var code = factors.makeRecoveryCodes(who.actor()).getFirst();
        var gone = who.session().orElseThrow();
        var here = who(token(name)).orElseThrow().session().orElseThrow();
        signIns.signOut(who.actor(), gone);
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> signIns.confirmWithCode(who.actor(), gone, code, anotherNetwork()));
        assertThat(signIns.confirmWithCode(who.actor(), here, code, anotherNetwork()))
                .isInstanceOf(SignInAnswer.Opened.class);
        assertThat(signIns.confirmWithCode(who.actor(), here, code, anotherNetwork()))
                .isEqualTo(new SignInAnswer.Refused());
    }

    @Test
    void aTokenThatIsNotOneIsNobody() {
        assertThat(who("")).isEmpty();
        assertThat(who("x".repeat(43))).isEmpty();
    }
}
