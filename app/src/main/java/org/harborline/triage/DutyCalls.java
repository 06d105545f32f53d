// SPDX-License-Identifier: Apache-2.0
package org.harborline.triage;

import java.util.UUID;
import org.harborline.intake.ReportNumber;
import org.harborline.platform.Actor;

/// Calls people on duty about what a later module cannot bring to an agency by itself, and what cannot wait for
/// the morning.
public interface DutyCalls {

    /// Calls people on duty because an agency cannot be reached by mail about a correction that takes back what
    /// may send somebody to a door: they reach it by telephone. Each round goes one step further up the rota.
    /// Asked twice for one round, it is one call. Needs [org.harborline.platform.Permission#REFER].
    ///
    /// @param correction its delivery
    /// @param round counts from 1
    /// @return how many people are called
    int unreachable(Actor actor, UUID correction, ReportNumber report, int round);
}
