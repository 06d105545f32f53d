// SPDX-License-Identifier: Apache-2.0
package org.harborline.platform.testing;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.harborline.platform.outbound.Mail;
import org.harborline.platform.outbound.Undelivered;

/// Stands in for a mail server and keeps what it takes.
public final class SentMails implements Mail {

    private final List<Letter> letters = new CopyOnWriteArrayList<>();
    private volatile boolean refuses;

    /// A mail that was taken.
    public record Letter(String to, String subject, String text) {}

    /// What went to one address, oldest first.
    public List<Letter> to(String address) {
        return letters.stream().filter(letter -> letter.to().equals(address)).toList();
    }

    public void refuse(boolean refuse) {
        refuses = refuse;
    }

    @Override
    public boolean isSet() {
        return true;
    }

    @Override
    public void send(String to, String subject, String text) {
        if (refuses) {
            throw new Undelivered("the mail server did not take the message");
        }
        letters.add(new Letter(to, subject, text));
    }
}
