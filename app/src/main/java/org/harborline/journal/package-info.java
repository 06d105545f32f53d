// SPDX-License-Identifier: Apache-2.0
/// The append-only record of every fact and every sensitive read. A business transaction records what happened; one
/// sequencer gives facts
/// their order and chains them; one follower a module takes them up, each exactly once. It proves its own integrity and
/// shows whether
/// anything was lost. It does not know what any fact means and holds no text and no personal data.
@ApplicationModule(displayName = "Journal", allowedDependencies = "platform")
@NullMarked
package org.harborline.journal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
