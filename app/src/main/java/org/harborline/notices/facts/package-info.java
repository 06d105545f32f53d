// SPDX-License-Identifier: Apache-2.0
/// What was told to senders.
@NamedInterface("facts")
@NullMarked
package org.harborline.notices.facts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
