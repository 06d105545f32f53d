// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking;

import java.time.Instant;
import java.util.UUID;

/// An analyst's decision that two reports do not belong together.
///
/// @param by who decided, as an opaque id
public record Cut(UUID id, ReportPair pair, CutReason reason, String by, Instant at) {}
