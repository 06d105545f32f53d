// SPDX-License-Identifier: Apache-2.0
package org.harborline.referral;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A job of this module that has failed and will be tried again.
///
/// @param task its permanent name, such as `referral.make-package`
/// @param about what it works on: ids only
/// @param failures how often in a row
public record FailingWork(
        String task, String about, int failures, @Nullable Instant failedAt, Instant nextAt) {}
