// SPDX-License-Identifier: Apache-2.0
/// Measures the comparison of persons against a table whose truth is known: the same code as production, learnt
/// without looking at the truth.
@NullMarked
package org.harborline.linking.internal.benchmark;

import org.jspecify.annotations.NullMarked;
