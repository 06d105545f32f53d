// SPDX-License-Identifier: Apache-2.0
@NullMarked
package org.harborline.support.internal;

import org.jspecify.annotations.NullMarked;
