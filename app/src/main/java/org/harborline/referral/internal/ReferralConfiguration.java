// SPDX-License-Identifier: Apache-2.0
package org.harborline.referral.internal;

import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Consumer;
import org.harborline.referral.DeliveryId;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The module's jobs. All retry for ever, each time later: work that was decided is never dropped. Operators see what
/// keeps failing on a page of its own, and everybody who refers is told that packages are late.
@Configuration(proxyBeanMethods = false)
class ReferralConfiguration {

    private static final Duration FIRST_RETRY = Duration.ofSeconds(10);

    @Bean
    PackageComposer packageComposer() {
        return new PackageComposer(new PackagePdf());
    }

    @Bean
    Task<Void> makePackage(PackageMaking making) {
        return job(DeliveryJobs.MAKE, name -> making.make(delivery(name)));
    }

    @Bean
    Task<Void> deliverPackage(Delivering delivering) {
        return job(DeliveryJobs.DELIVER, name -> delivering.deliver(delivery(name)));
    }

    @Bean
    Task<Void> watchAnswer(Delivering delivering) {
        return job(DeliveryJobs.WATCH, name -> delivering.watch(delivery(name)));
    }

    @Bean
    Task<Void> sendSupplement(Followups followups) {
        return job(DeliveryJobs.SUPPLEMENT, name -> followups.supplement(DueSupplement.of(name)));
    }

    @Bean
    Task<Void> sendCorrection(Followups followups) {
        return job(DeliveryJobs.CORRECT, name -> followups.correct(DueCorrection.of(name)));
    }

    @Bean
    Task<Void> reconsiderHeld(Reconsidering reconsidering) {
        return Tasks.custom(DeliveryJobs.RECONSIDER)
                .onFailure(new FailureHandler.ExponentialBackoffFailureHandler<>(FIRST_RETRY))
                .execute((instance, _) -> {
                    var next = reconsidering
                            .reconsider(delivery(instance.getId()))
                            .filter(_ -> !instance.getId().contains(DeliveryJobs.ONCE_MORE));
                    return (complete, operations) ->
                            next.ifPresentOrElse(at -> operations.reschedule(complete, at), operations::remove);
                });
    }

    @Bean
    RecurringTask<Void> warnOfPreservation(WarnOfPreservation warn) {
        return Tasks.recurring("referral.warn-of-preservation", FixedDelay.of(Duration.ofHours(1)))
                .execute((_, _) -> warn.run());
    }

    private static DeliveryId delivery(String name) {
        int end = name.indexOf(DeliveryJobs.ONCE_MORE);
        return new DeliveryId(UUID.fromString(end < 0 ? name : name.substring(0, end)));
    }

    private static Task<Void> job(TaskDescriptor<Void> name, Consumer<String> work) {
        return Tasks.oneTime(name)
                .onFailure(new FailureHandler.ExponentialBackoffFailureHandler<>(FIRST_RETRY))
                .execute((instance, _) -> work.accept(instance.getId()));
    }
}
