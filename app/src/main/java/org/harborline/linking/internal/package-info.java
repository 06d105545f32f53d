// SPDX-License-Identifier: Apache-2.0
@NullMarked
package org.harborline.linking.internal;

import org.jspecify.annotations.NullMarked;
