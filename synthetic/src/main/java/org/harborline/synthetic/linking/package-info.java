// SPDX-License-Identifier: Apache-2.0

/// Reports to measure linking with: for each way in which an identifier is known to mislead, pairs of reports that it
/// must not join, and for each kind of exact identifier, reports that it must. Made chapter by chapter from a seed, so
/// that a set of any size needs the memory of one chapter.
@NullMarked
package org.harborline.synthetic.linking;

import org.jspecify.annotations.NullMarked;
