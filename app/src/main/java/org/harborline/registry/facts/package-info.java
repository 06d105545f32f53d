// SPDX-License-Identifier: Apache-2.0
/// What the registry tells the journal.
@NamedInterface("facts")
@NullMarked
package org.harborline.registry.facts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
