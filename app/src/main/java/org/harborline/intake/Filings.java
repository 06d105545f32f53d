// SPDX-License-Identifier: Apache-2.0
package org.harborline.intake;

import org.harborline.platform.Actor;

/// The way a provider files reports. Every outcome is an answer; what throws is a fault of ours. Actors need
/// [org.harborline.platform.Permission#REPORT_FILE] and a provider as their party, and reach their own reports only.
public interface Filings {

    /// Hears that a client asked whether the interface is there.
    default void greeted(Actor actor) {}

    /// Opens a report. It is not yet filed.
    FilingAnswer submit(Actor actor, SentDocument document);

    /// Hears of a document that cannot be taken at all: too large, too slow, of a wrong type, or from somebody who may
    /// not file. When what came of it asks for high priority, the duty officer and the sender's contact hear of it.
    /// The actor needs a provider as its party here, and no permission.
    ///
    /// @param arrived what came of it
    void notTaken(Actor actor, SentDocument arrived);

    /// Whether no limit may stop a document: it may ask for high priority, or is about a report of the sender that
    /// does.
    /// Says rather yes than no.
    boolean isUrgent(Actor actor, SentDocument document);

    /// Whether no limit may stop what is done with a report of the sender, because it asks for high priority.
    boolean isUrgent(Actor actor, long number);

    /// Takes what the sender says about one item it keeps. The item is named by the sender's own reference.
    FilingAnswer describeItem(Actor actor, SentDocument document);

    /// Takes note of an item of which the sender has said nothing yet, and need say nothing.
    ///
    /// @param reference by which it may be described later
    FilingAnswer noteItem(Actor actor, long number, String reference);

    /// Files a report. Durable when it is answered; a second call answers what has become of the report.
    FilingAnswer finish(Actor actor, long number);

    /// Takes an open report back. A second call answers what has become of it.
    FilingAnswer retract(Actor actor, long number);

    /// The schema of the documents.
    byte[] schema();

    /// What a receipt means in law here, as the operator of the scheme has set it.
    String legalEffect();
}
