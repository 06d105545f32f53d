// SPDX-License-Identifier: Apache-2.0
/// What happened to accounts and sessions. No fact holds a name, an address or anything typed at sign-in.
@NamedInterface("facts")
@NullMarked
package org.harborline.access.facts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
