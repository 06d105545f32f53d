// SPDX-License-Identifier: Apache-2.0
/// Documents of the provider interface: reading them safely, judging them, keeping out what must not come in, and the
/// parsed view of what stays. Knows nothing of the database, the network or of Spring.
@NullMarked
package org.harborline.intake.internal.wire;

import org.jspecify.annotations.NullMarked;
