// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking;

import java.util.Optional;
import org.harborline.platform.Actor;

/// How far keys of identifiers are that are made anew after a change of rules.
public interface Renewals {

    /// Absent when all keys are what the rules in force make. Needs
    /// [org.harborline.platform.Permission#REPORT_READ].
    Optional<Renewal> underway(Actor actor);
}
