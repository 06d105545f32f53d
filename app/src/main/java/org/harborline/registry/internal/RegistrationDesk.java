// SPDX-License-Identifier: Apache-2.0
package org.harborline.registry.internal;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.harborline.access.Invitation;
import org.harborline.platform.Actor;
import org.harborline.platform.Ids;
import org.harborline.platform.Mode;
import org.harborline.platform.Permission;
import org.harborline.platform.PlatformProblem;
import org.harborline.platform.ProblemException;
import org.harborline.platform.RecordRef;
import org.harborline.platform.Transactions;
import org.harborline.platform.outbound.Mail;
import org.harborline.registry.Applicant;
import org.harborline.registry.Application;
import org.harborline.registry.Registrations;
import org.harborline.registry.RegistryProblem;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// Takes applications of companies. What was written is sealed under a key of its own, which is destroyed when the link
/// is used or the application ends.
@Component
class RegistrationDesk implements Registrations {

    static final String PATH = "/providers/register/";

    private final ApplicantTable table;
    private final ApplicantForms forms;
    private final Joining joining;
    private final Mail mail;
    private final ObjectProvider<SchedulerClient> jobs;
    private final Transactions transactions;
    private final Moment moment;

    RegistrationDesk(
            ApplicantTable table,
            ApplicantForms forms,
            Joining joining,
            Mail mail,
            ObjectProvider<SchedulerClient> jobs,
            Transactions transactions,
            Moment moment) {
        this.table = table;
        this.forms = forms;
        this.joining = joining;
        this.mail = mail;
        this.jobs = jobs;
        this.transactions = transactions;
        this.moment = moment;
    }

    /// When and where this runs.
    @Component
    record Moment(Clock clock, Mode mode) {

        Instant now() {
            return clock.instant();
        }
    }

    @Override
    public Optional<String> apply(Actor actor, Application application) {
        UUID id = Ids.next();
        Instant now = moment.now();
        var applicant = new Applicant(
                id, application.company(), application.country(), now, null, now.plus(Duration.ofDays(DAYS)));
        boolean shown = moment.mode() == Mode.SANDBOX && !mail.isSet();
        return transactions.write(() -> {
            table.insert(new ApplicantTable.Row(applicant, forms.seal(id, application)));
            if (shown) {
                return Optional.of(forms.link(id));
            }
            jobs.getObject()
                    .scheduleIfNotExists(
                            MailApplicant.TASK.instance(id.toString()).scheduledTo(now));
            return Optional.empty();
        });
    }

    @Override
    public boolean mails() {
        return mail.isSet();
    }

    @Override
    public Optional<String> company(String secret) {
        return table.find(forms.hash(secret), moment.now())
                .map(row -> row.applicant().company());
    }

    @Override
    public Invitation confirm(Actor actor, String secret) {
        String hash = forms.hash(secret);
        return transactions.write(() -> {
            var row = table.find(hash, moment.now())
                    .orElseThrow(() -> new ProblemException(RegistryProblem.LINK_UNUSABLE));
            UUID id = row.applicant().id();
            Application application = forms.open(id, row.form());
            RegistryProblem.LINK_UNUSABLE.unless(table.take(hash));
            forms.destroy(List.of(id));
            return joining.join(application);
        });
    }

    @Override
    public List<Applicant> waiting(Actor actor, int limit) {
        actor.require(Permission.REGISTRY_READ);
        return table.waiting(moment.now(), limit);
    }

    @Override
    public Application read(Actor actor, UUID applicant) {
        actor.require(Permission.REGISTRY_CHANGE);
        return transactions.write(
                () -> forms.open(actor, applicant, stored(applicant).form()));
    }

    @Override
    public String renew(Actor actor, UUID applicant) {
        actor.require(Permission.REGISTRY_CHANGE);
        return transactions.write(() -> {
            stored(applicant);
            return forms.link(applicant);
        });
    }

    private ApplicantTable.Row stored(UUID applicant) {
        return table.find(applicant, moment.now()).orElseThrow(() -> new ProblemException(PlatformProblem.NOT_FOUND));
    }

    static RecordRef record(UUID applicant) {
        return RecordRef.of("applicant", applicant);
    }
}
