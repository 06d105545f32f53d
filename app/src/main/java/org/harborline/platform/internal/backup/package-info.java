// SPDX-License-Identifier: Apache-2.0
@NullMarked
package org.harborline.platform.internal.backup;

import org.jspecify.annotations.NullMarked;
