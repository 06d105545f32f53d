// SPDX-License-Identifier: Apache-2.0
/// How alike two descriptions of a person are: a probability with its parts (Fellegi and Sunter), learnt from the
/// data without labels. No database and no values of anybody in what is learnt.
@NullMarked
package org.harborline.linking.internal.likeness;

import org.jspecify.annotations.NullMarked;
