// SPDX-License-Identifier: Apache-2.0
/// What the vault tells: openings by people, holds, erasures.
@NamedInterface("facts")
@NullMarked
package org.harborline.vault.facts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
