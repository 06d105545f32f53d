// SPDX-License-Identifier: Apache-2.0
@NullMarked
package org.harborline.platform.internal.keys;

import org.jspecify.annotations.NullMarked;
