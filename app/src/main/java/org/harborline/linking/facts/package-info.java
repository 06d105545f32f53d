// SPDX-License-Identifier: Apache-2.0
/// What linking writes to the journal. Reports are named in pairs: the newer one first.
@NamedInterface("facts")
@NullMarked
package org.harborline.linking.facts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
