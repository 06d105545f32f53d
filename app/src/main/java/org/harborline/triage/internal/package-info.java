// SPDX-License-Identifier: Apache-2.0
@NullMarked
package org.harborline.triage.internal;

import org.jspecify.annotations.NullMarked;
