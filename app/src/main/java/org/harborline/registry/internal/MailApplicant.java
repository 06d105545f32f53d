// SPDX-License-Identifier: Apache-2.0
package org.harborline.registry.internal;

import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import java.time.Clock;
import java.util.Locale;
import java.util.UUID;
import org.harborline.platform.Settings;
import org.harborline.platform.Transactions;
import org.harborline.platform.outbound.Mail;
import org.harborline.registry.Application;
import org.harborline.registry.Registrations;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.MessageSource;
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
    private final MessageSource messages;
    private final Settings settings;
    private final Transactions transactions;
    private final Clock clock;

    MailApplicant(
            ApplicantTable table,
            ApplicantForms forms,
            Mail mail,
            MessageSource messages,
            Settings settings,
            Transactions transactions,
            Clock clock) {
        this.table = table;
        this.forms = forms;
        this.mail = mail;
        this.messages = messages;
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
        Application asked = transactions.write(() -> forms.open(id, row.form()));
        String path = transactions.write(() -> forms.link(id));
        Locale language = Locale.forLanguageTag(asked.language());
        mail.send(
                asked.mail(), messages.getMessage("registry.mail.link.subject", null, language), text(path, language));
        table.mailed(id, clock.instant());
    }

    private String text(String path, Locale language) {
        String link = settings.publicUrl().resolve(path).toString();
        return messages.getMessage(
                "registry.mail.link.text", new Object[] {Integer.toString(Registrations.DAYS), link}, language);
    }
}
