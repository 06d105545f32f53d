// SPDX-License-Identifier: Apache-2.0
/// What a later module knows of how far a report is, as its sender may learn it.
@NamedInterface("outward")
@NullMarked
package org.harborline.intake.outward;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
