// SPDX-License-Identifier: Apache-2.0
package org.harborline.access.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.harborline.access.Accounts;
import org.harborline.access.ClientNetwork;
import org.harborline.access.NewAccount;
import org.harborline.access.Role;
import org.harborline.access.SignInAnswer;
import org.harborline.access.SignIns;
import org.harborline.platform.Actor;
import org.harborline.platform.ActorKind;
import org.harborline.platform.KeyUse.Kind;
import org.harborline.platform.internal.keys.Rotating;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;

/// Accounts while keys are replaced.
@SpringBootTest(properties = "harborline.test.context=account-rotation")
class AccountRotationTests {

    private static final Actor SYSTEM = Actor.system("tests");
    private static final Actor VISITOR = new Actor("public", ActorKind.PUBLIC, Set.of(), null, null);
    private static final String RIGHT = "right horse battery";

    @Autowired
    ApplicationContext context;

    @Autowired
    Accounts accounts;

    @Autowired
    SignIns signIns;

    @Autowired
    SealTable table;

    @Autowired
    AccountSeals seals;

    private String analyst() {
        var name = "analyst-" + UUID.randomUUID();
        accounts.create(SYSTEM, new NewAccount(name, "Analyst", Set.of(Role.ANALYST), null), RIGHT);
        return name;
    }

    private boolean signsIn(String name) {
        return signIns.signIn(VISITOR, name, RIGHT, ClientNetwork.of("198.18.7.7"), Optional.empty())
                instanceof SignInAnswer.Opened;
    }

    @Test
    void peopleSignInBeforeDuringAndAfterARotation() {
        String before = analyst();
        Rotating.promoteNew(context, Kind.WRAPPING);
        Rotating.promoteNew(context, Kind.BLINDING);
        String during = analyst();
        assertThat(signsIn(before)).isTrue();
        assertThat(signsIn(during)).isTrue();
        assertThat(table.seals()).anyMatch(seal -> !seals.isCurrent(seal.sealed()));
        assertThat(Rotating.remaining(context, Kind.BLINDING)).isPositive();

        Rotating.renew(context, Kind.WRAPPING, _ -> {});
        Rotating.renew(context, Kind.BLINDING, _ -> {});

        assertThat(table.seals()).isNotEmpty().allMatch(seal -> seals.isCurrent(seal.sealed()));
        assertThat(Rotating.remaining(context, Kind.BLINDING)).isZero();
        assertThat(signsIn(before)).isTrue();
        assertThat(signsIn(during)).isTrue();
        assertThat(table.seals())
                .allSatisfy(seal -> assertThat(seals.open(seal.field(), seal.holder(), seal.row(), seal.sealed()))
                        .isNotEmpty());
    }
}
