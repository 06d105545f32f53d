// SPDX-License-Identifier: Apache-2.0
package org.harborline.referral.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import java.util.EnumSet;
import java.util.List;
import org.harborline.access.ActorAuthentication;
import org.harborline.access.Role;
import org.harborline.intake.ReportNumber;
import org.harborline.platform.Actor;
import org.harborline.platform.ActorKind;
import org.harborline.platform.Code;
import org.harborline.platform.testing.Eventually;
import org.harborline.referral.DeliveryState;
import org.harborline.referral.ReturnReason;
import org.harborline.referral.internal.InventedReports.Told;
import org.harborline.triage.LateReferral;
import org.harborline.triage.LateReferrals;
import org.harborline.triage.Priority;
import org.harborline.triage.facts.ReportPrioritised;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/// Urgent, designated for referral, and with nobody when the clock has ended. Invented reports were
/// filed long ago.
class LateReferralTests extends ReferralCase {

    private static final Actor OFFICER =
            new Actor("duty-7", ActorKind.STAFF, EnumSet.copyOf(Role.DUTY_OFFICER.permissions()), null, null);

    @Autowired
    private WatchUnreferred watch;

    @Autowired
    private LateReferrals late;

    @Autowired
    private SchedulerClient scheduler;

    @Autowired
    private MockMvcTester mvc;

    private List<ReportNumber> late() {
        watch.look();
        return late.list(OFFICER).stream().map(LateReferral::report).toList();
    }

    @Test
    void isLateUntilSomebodyRefersIt() {
        ReportNumber ordinary = actionable(Told.in("OR", person()));
        ReportNumber undecided = reports.file(Told.in("OR", person()).urgent());
        ReportNumber report = actionable(Told.in("OR", person()).urgent());
        Eventually.holds(() -> assertThat(late()).contains(report).doesNotContain(ordinary, undecided));

        refer(report, oregon);

        Eventually.holds(() -> assertThat(late()).doesNotContain(report));
    }

    @Test
    void isLateAgainWhenItsOnlyAgencyReturnedIt() {
        ReportNumber report = actionable(Told.in("OR", person()).urgent());
        refer(report, oregon);
        var delivery = awaiting(report, DeliveryState.AWAITING);
        Eventually.holds(() -> assertThat(late()).doesNotContain(report));

        referrals.giveBack(officer(oregon), delivery.id(), ReturnReason.WRONG_PLACE);

        Eventually.holds(() -> assertThat(late()).contains(report));
    }

    @Test
    void whatBecameUrgentLaterIsLookedAtToo() {
        ReportNumber report = actionable(Told.in("OR", person()));

        tell(new ReportPrioritised(report, Priority.P1, true, 1, List.of(Code.of("stated"))));

        Eventually.holds(() -> assertThat(late()).contains(report));
    }

    @Test
    void whoIsCalledCanOpenWhatTheMailLeadsToWithoutBeingAllowedToRefer() {
        ReportNumber report = actionable(Told.in("OR", person()).urgent());

        for (String page : List.of("/reports/" + report, "/worklist/late-referrals")) {
            assertThat(mvc.perform(get(page).with(authentication(new ActorAuthentication(OFFICER)))))
                    .as(page)
                    .hasStatusOk();
        }
        assertThat(mvc.perform(
                        get("/reports/" + report + "/refer").with(authentication(new ActorAuthentication(OFFICER)))))
                .hasStatus(404);
    }

    @Test
    void aJobLooksByItself() {
        assertThat(scheduler.getScheduledExecution(TaskInstanceId.of(WatchUnreferred.TASK, RecurringTask.INSTANCE)))
                .isPresent();
    }
}
