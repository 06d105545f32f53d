// SPDX-License-Identifier: Apache-2.0
package org.harborline.triage;

import java.util.UUID;

/// What became of a wish to lower a priority.
public sealed interface LoweringAnswer {

    /// It is lowered.
    record Lowered() implements LoweringAnswer {}

    /// It waits for a second person.
    record NeedsSecondPerson(UUID lowering) implements LoweringAnswer {}
}
