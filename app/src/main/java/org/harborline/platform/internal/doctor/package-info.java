// SPDX-License-Identifier: Apache-2.0
@NullMarked
package org.harborline.platform.internal.doctor;

import org.jspecify.annotations.NullMarked;
