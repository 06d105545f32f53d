// SPDX-License-Identifier: Apache-2.0
package org.harborline.triage.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.harborline.platform.Actor;
import org.harborline.platform.Checkup.Answer;
import org.harborline.platform.Checkup.State;
import org.harborline.triage.NewRotaContact;
import org.harborline.triage.Worklists;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

@TriageTest
class RotaCheckupTests {

    private static final Actor OPERATOR = Stage.person("operator-7");

    @Autowired
    Worklists worklists;

    @Autowired
    DutyRota rota;

    @Autowired
    Stage.PostRoom post;

    @Autowired
    Stage.MovableClock clock;

    @BeforeEach
    @AfterEach
    void emptyTheRota() {
        worklists.rota(OPERATOR).forEach(one -> worklists.removeFromRota(OPERATOR, one.id()));
        post.open(true);
    }

    private Answer look() {
        return new RotaCheckup()
                .rotaDutyCheckup(
                        new StaticListableBeanFactory(Map.of("rota", rota)).getBeanProvider(DutyRota.class), clock)
                .look()
                .get();
    }

    private void contact(@Nullable Instant from, @Nullable Instant until, @Nullable String webhook) {
        worklists.addToRota(
                OPERATOR, new NewRotaContact(1, from, until, "Duty 1", "duty@agency.example", webhook, "en"));
    }

    @Test
    void warnsWhenNobodyCanBePaged() {
        assertThat(look().state()).isEqualTo(State.WARNING);
        assertThat(look().sentence()).contains("Nobody can be paged", "/operator/rota");

        contact(null, null, null);
        assertThat(look().state()).isEqualTo(State.GOOD);

        post.open(false);
        assertThat(look().sentence()).contains("Nobody can be paged", "HARBORLINE_OUTBOUND_HOSTS");
        contact(null, null, "https://" + Stage.Switchboard.LISTED + "/duty");
        assertThat(look().state()).isEqualTo(State.GOOD);
    }

    @Test
    void saysWhenNobodyIsOnDutyNow() {
        Instant now = clock.instant();
        contact(now.plus(Duration.ofHours(1)), null, null);
        contact(null, now.minus(Duration.ofHours(1)), null);

        assertThat(look().state()).isEqualTo(State.WARNING);
        assertThat(look().sentence()).contains("is on duty now, so everybody");

        contact(now.minus(Duration.ofHours(1)), now.plus(Duration.ofHours(1)), null);
        assertThat(look()).isEqualTo(Answer.good("Somebody on duty now can be paged."));
    }
}
