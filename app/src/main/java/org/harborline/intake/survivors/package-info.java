// SPDX-License-Identifier: Apache-2.0
/// What a desk for survivors and families tells the public door, and the numbers that both show.
@NamedInterface("survivors")
@NullMarked
package org.harborline.intake.survivors;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
