// SPDX-License-Identifier: Apache-2.0
@NullMarked
package org.harborline.sandbox.internal;

import org.jspecify.annotations.NullMarked;
