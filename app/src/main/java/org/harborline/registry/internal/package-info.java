// SPDX-License-Identifier: Apache-2.0
@NullMarked
package org.harborline.registry.internal;

import org.jspecify.annotations.NullMarked;
