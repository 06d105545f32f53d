// SPDX-License-Identifier: Apache-2.0
/// Through these types each module gives the counts that the conservation law compares.
@NamedInterface("ledgers")
@NullMarked
package org.harborline.journal.ledgers;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
