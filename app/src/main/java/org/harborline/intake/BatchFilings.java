// SPDX-License-Identifier: Apache-2.0
package org.harborline.intake;

import java.util.Optional;
import java.util.UUID;
import org.harborline.platform.Actor;

/// Filing many reports at once, each as if it had come alone. Actors need
/// [org.harborline.platform.Permission#REPORT_FILE] to file,
/// [org.harborline.platform.Permission#FILING_READ] to read, and a provider as their party; they reach
/// their own batches only.
public interface BatchFilings {

    /// Files every row that can be filed; one that cannot stops none. Whoever repeats a batch whose
    /// answer was lost, or that stopped in the middle, has each row filed once.
    BatchAnswer file(Actor actor, SentBatch batch);

    /// Whether some row asks for high priority, or may.
    boolean isUrgent(Actor actor, SentBatch batch);

    /// What became of a batch, for 90 days. Its reports are found by their own references for ever.
    Optional<BatchReceipt> find(Actor actor, UUID id);
}
