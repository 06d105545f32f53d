// SPDX-License-Identifier: Apache-2.0
@NullMarked
package org.harborline;

import org.jspecify.annotations.NullMarked;
