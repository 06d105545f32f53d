// SPDX-License-Identifier: Apache-2.0
@NullMarked
package org.harborline.notices.internal;

import org.jspecify.annotations.NullMarked;
