// SPDX-License-Identifier: Apache-2.0
@NullMarked
package org.harborline.intake.internal;

import org.jspecify.annotations.NullMarked;
