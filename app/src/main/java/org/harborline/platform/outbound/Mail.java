// SPDX-License-Identifier: Apache-2.0
package org.harborline.platform.outbound;

/// Sends plain text mails. Callers are jobs: they decide when to try again.
public interface Mail {

    /// Whether a mail server is set. Without one, pages say that nobody is reached by mail.
    boolean isSet();

    /// Sends one mail.
    ///
    /// @param to one address; never logged
    /// @param subject neutral: it is read over shoulders and kept by servers on the way
    /// @param text ids and links only, no content of a report
    /// @throws Undelivered when the server did not take it
    void send(String to, String subject, String text);
}
