// SPDX-License-Identifier: Apache-2.0

/// The invented world: people, what they use, and the reports about them, with the truth of who is who. A world is
/// endless and made in chapters of 500 reports; any report can be had without those before it.
@NullMarked
package org.harborline.synthetic.world;

import org.jspecify.annotations.NullMarked;
