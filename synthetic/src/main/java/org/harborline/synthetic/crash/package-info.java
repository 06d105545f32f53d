// SPDX-License-Identifier: Apache-2.0

/// Kills a server and its database at random moments while reports are filed, and counts what was promised against what
/// is there. Reads the database itself, with its own statements: a judge does not ask the accused.
@NullMarked
package org.harborline.synthetic.crash;

import org.jspecify.annotations.NullMarked;
