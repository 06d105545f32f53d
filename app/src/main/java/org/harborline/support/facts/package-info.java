// SPDX-License-Identifier: Apache-2.0
/// What happened at the support desk.
@NamedInterface("facts")
@NullMarked
package org.harborline.support.facts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
