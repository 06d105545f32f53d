// SPDX-License-Identifier: Apache-2.0
package org.harborline.registry.internal;

import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import java.time.Clock;
import java.util.UUID;
import org.harborline.platform.Settings;
import org.harborline.platform.Transactions;
import org.harborline.platform.outbound.Mail;
import org.harborline.registry.Registrations;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Sends the link to whoever asked to join. The link is made here and lies nowhere but in the mail. If it stops between
/// sending and the note of it, another mail follows, whose link replaces that of the first.
@Component
class MailApplicant {

    static final TaskDescriptor<Void> TASK = TaskDescriptor.of("registry.mail-applicant");

    private static final Logger LOG = LoggerFactory.getLogger(MailApplicant.class);

    private final ApplicantTable table;
    private final ApplicantForms forms;
    private final Mail mail;
    private final Settings settings;
    private final Transactions transactions;
    private final Clock clock;

    MailApplicant(
            ApplicantTable table,
            ApplicantForms forms,
            Mail mail,
            Settings settings,
            Transactions transactions,
            Clock clock) {
        this.table = table;
        this.forms = forms;
        this.mail = mail;
        this.settings = settings;
        this.transactions = transactions;
        this.clock = clock;
    }

    void run(UUID id) {
        var waiting =
                table.find(id, clock.instant()).filter(row -> row.applicant().mailedAt() == null);
        if (waiting.isEmpty()) {
            return;
        }
        if (!mail.isSet()) {
            LOG.warn("no mail server is set: application {} waits for somebody to hand its link over", id);
            return;
        }
        var row = waiting.get();
        String address = transactions.write(() -> forms.open(id, row.form()).mail());
        String path = transactions.write(() -> forms.link(id));
        mail.send(address, "Your link to Harborline", text(path));
        table.mailed(id, clock.instant());
    }

    private String text(String path) {
        return String.join(
                "\n",
                "Somebody gave this address to register a company that reports to us.",
                "Open this link to go on. It works once and ends after " + Registrations.DAYS + " days:",
                settings.publicUrl().resolve(path).toString(),
                "",
                "If that was not you, nothing has to be done: without the link nothing comes of it.");
    }
}
