// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking;

import java.time.Instant;

/// Keys of identifiers are being made anew beside the running server, because a rule has a newer version.
///
/// @param percent how much of it is done
public record Renewal(Instant startedAt, int percent) {}
