// SPDX-License-Identifier: Apache-2.0
/// Through this type modules say which other records have a history that belongs to one record's.
@NamedInterface("related")
@NullMarked
package org.harborline.journal.related;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
