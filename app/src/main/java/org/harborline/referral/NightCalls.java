// SPDX-License-Identifier: Apache-2.0
package org.harborline.referral;

import java.util.Map;
import java.util.Optional;
import org.harborline.intake.ReportNumber;
import org.harborline.platform.Actor;

/// Corrections that take back what may send somebody to a door: a person, an address, a place. Such a one does
/// not wait for office hours. The agency's contacts that answer at any hour are called by mail until somebody
/// there opens or answers it. Who has none that can be reached so is reached by people on duty at the
/// clearinghouse.
public interface NightCalls {

    /// Who was called about a correction; empty when nobody was to be. For whoever may see the delivery.
    Optional<NightCall> of(Actor actor, DeliveryId id);

    /// As [#of], for all deliveries of a report. Needs [org.harborline.platform.Permission#REPORT_READ].
    Map<DeliveryId, NightCall> ofReport(Actor actor, ReportNumber report);

    /// A person has told the agency in another way, such as by telephone: nobody is called any more. Needs
    /// [org.harborline.platform.Permission#PAGE_ACKNOWLEDGE].
    void told(Actor actor, DeliveryId id);
}
