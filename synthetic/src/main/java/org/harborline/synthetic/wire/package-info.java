// SPDX-License-Identifier: Apache-2.0

/// A provider's side of the reporting interface: the four calls, and the way to file a report through lost answers
/// without filing it twice.
@NullMarked
package org.harborline.synthetic.wire;

import org.jspecify.annotations.NullMarked;
