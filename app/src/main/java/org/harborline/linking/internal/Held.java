// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking.internal;

import java.time.Instant;
import java.util.UUID;

/// A decision in force.
///
/// @param by who made it, as an opaque id
record Held(UUID id, String by, Instant at) {}
