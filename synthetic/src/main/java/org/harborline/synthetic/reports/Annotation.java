// SPDX-License-Identifier: Apache-2.0
package org.harborline.synthetic.reports;

/// Tags a provider can put on a whole report. Each is a claim by its presence; there is no way to say no.
public enum Annotation {
    SEXTORTION("sextortion"),
    SOLICITATION("csamSolicitation"),
    BETWEEN_MINORS("minorToMinorInteraction"),
    SPAM("spam"),
    SADISTIC_EXPLOITATION("sadisticOnlineExploitation"),
    /// Newer than the 2025 documentation; real senders use it.
    INFORMATIONAL("informational");

    private final String wireName;

    Annotation(String wireName) {
        this.wireName = wireName;
    }

    String wireName() {
        return wireName;
    }
}
