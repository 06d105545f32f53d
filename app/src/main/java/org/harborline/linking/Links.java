// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.harborline.intake.ReportNumber;
import org.harborline.platform.Actor;
import org.harborline.platform.Code;
import org.harborline.platform.Ids;
import org.jspecify.annotations.Nullable;

/// Which reports belong together and why. Links are claims with evidence: they can be cut and the cut undone, and
/// nothing is ever merged.
public interface Links {

    /// All links of the reports, with their reasons: those in effect, withdrawn and cut; and cross-role alerts for who
    /// has [org.harborline.platform.Permission#CROSS_ROLE_READ]. Reports without any are absent. Needs
    /// [org.harborline.platform.Permission#REPORT_READ].
    Map<ReportNumber, List<Link>> linksOf(Actor actor, Collection<ReportNumber> reports);

    /// The reports that links in effect lead to. Needs [org.harborline.platform.Permission#REPORT_READ].
    Cluster clusterOf(Actor actor, ReportNumber report);

    /// What was compared, values masked. Needs [org.harborline.platform.Permission#REPORT_READ].
    Evidence evidence(Actor actor, ReportPair pair);

    /// What was compared, as stated. Needs [org.harborline.platform.Permission#REPORT_REVEAL] and a purpose; the
    /// opening
    /// of both reports is journalled.
    Evidence reveal(Actor actor, ReportPair pair);

    /// As [#evidence], of the alert about the pair whether or not the reports are linked too. Needs
    /// [org.harborline.platform.Permission#CROSS_ROLE_READ] as well.
    Evidence alertEvidence(Actor actor, ReportPair pair);

    /// As [#reveal], of the alert about the pair. Needs [org.harborline.platform.Permission#CROSS_ROLE_READ] as well.
    Evidence revealAlert(Actor actor, ReportPair pair);

    /// The identifiers of a report, values masked. Needs [org.harborline.platform.Permission#REPORT_READ].
    IdentifierSheet identifiersOf(Actor actor, ReportNumber report);

    /// The identifiers of a report as stated. Needs [org.harborline.platform.Permission#REPORT_REVEAL] and a purpose;
    /// journalled.
    IdentifierSheet revealIdentifiers(Actor actor, ReportNumber report);

    /// Decides that two linked reports do not belong together. Needs
    /// [org.harborline.platform.Permission#LINK_CUT].
    Cut cut(Actor actor, ReportPair pair, CutReason reason);

    /// Takes a cut back. Needs [org.harborline.platform.Permission#LINK_CUT].
    void undoCut(Actor actor, UUID cut);

    /// Identifiers in too many reports, newest first. Needs [org.harborline.platform.Permission#REPORT_READ].
    ///
    /// @param after the last one of the page before; absent for the first page
    List<Hub> hubs(Actor actor, Hub.@Nullable Place after, int limit);

    /// Providers that a look-up can name, by name. Needs [org.harborline.platform.Permission#LOOK_UP].
    List<Sender> senders(Actor actor);

    /// Looks an exact identifier up. Needs [org.harborline.platform.Permission#LOOK_UP] and a purpose; journalled
    /// without the identifier.
    LookUpAnswer lookUp(Actor actor, LookUp lookUp);

    /// Records a finding. Needs [org.harborline.platform.Permission#FINDING_RECORD].
    default UUID record(Actor actor, RecordFinding command) {
        return record(actor, command, Ids.next());
    }

    /// Records a finding once: the same again under the same id records nothing more.
    ///
    /// @param id made by whoever asks; one that was used for anything else is refused
    UUID record(Actor actor, RecordFinding command, UUID id);

    /// Takes a finding back: it leads to no link and goes into no package any more. Needs
    /// [org.harborline.platform.Permission#FINDING_RECORD].
    void withdraw(Actor actor, ReportNumber report, UUID finding, WithdrawalReason reason);

    /// Stops what rests on a report whose case ended as no crime, false, wrong person or the like: its
    /// identifiers, and its sender's word that it belongs with an earlier one. They link nothing that comes
    /// later either. No priority falls by it. Later modules tell it in their own transaction: linking cannot
    /// follow their facts. Needs [org.harborline.platform.Permission#PACKAGE_ANSWER].
    ///
    /// @param outcome how the case ended
    void discredit(Actor actor, ReportNumber report, Code outcome);

    /// Takes [#discredit] back: what was stopped by it is in effect again. Needs
    /// [org.harborline.platform.Permission#PACKAGE_ANSWER].
    void credit(Actor actor, ReportNumber report);

    /// Findings of the reports without their words, oldest first, withdrawn ones included. Needs
    /// [org.harborline.platform.Permission#REPORT_READ].
    Map<ReportNumber, List<Finding>> findingsOf(Actor actor, Collection<ReportNumber> reports);

    /// Findings of the reports that hold, with their words, oldest first. A person needs
    /// [org.harborline.platform.Permission#REPORT_REVEAL] and a purpose, and the opening is journalled.
    Map<ReportNumber, List<Finding>> openFindings(Actor actor, Collection<ReportNumber> reports);
}
