// SPDX-License-Identifier: Apache-2.0
package org.harborline.synthetic.world;

import java.util.SortedSet;

/// Reports that carry the same identifier and yet must not be joined by it.
public record Trap(Clue clue, SortedSet<Long> reports) {}
