// SPDX-License-Identifier: Apache-2.0
package org.harborline.platform.outbound;

import org.harborline.platform.Settings;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.mail.MailException;
import org.springframework.mail.SimpleMailMessage;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.stereotype.Component;

/// Mail through the server set by `spring.mail.*`.
@Component
class SmtpMail implements Mail {

    private final @Nullable JavaMailSender sender;
    private final @Nullable String from;

    SmtpMail(ObjectProvider<JavaMailSender> sender, Settings settings) {
        this.sender = sender.getIfAvailable();
        this.from = settings.outbound().mailFrom();
    }

    @Override
    public boolean isSet() {
        return sender != null && from != null;
    }

    @Override
    public void send(String to, String subject, String text) {
        if (sender == null || from == null) {
            throw new Undelivered("no mail server is set");
        }
        var message = new SimpleMailMessage();
        message.setFrom(from);
        message.setTo(to);
        message.setSubject(subject);
        message.setText(text);
        try {
            sender.send(message);
        } catch (MailException refused) {
            throw new Undelivered(
                    "the mail server did not take the message: "
                            + refused.getClass().getSimpleName(),
                    refused);
        }
    }
}
