// SPDX-License-Identifier: Apache-2.0
/// The public door: what is asked, how it becomes a report, and the conversation after it.
@NullMarked
package org.harborline.intake.internal.door;

import org.jspecify.annotations.NullMarked;
