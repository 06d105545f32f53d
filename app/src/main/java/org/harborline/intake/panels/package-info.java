// SPDX-License-Identifier: Apache-2.0
/// How later modules add their part to the report page.
@NamedInterface("panels")
@NullMarked
package org.harborline.intake.panels;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
