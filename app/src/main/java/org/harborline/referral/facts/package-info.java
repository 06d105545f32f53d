// SPDX-License-Identifier: Apache-2.0
/// What referral tells the modules that follow it.
@NamedInterface("facts")
@NullMarked
package org.harborline.referral.facts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
