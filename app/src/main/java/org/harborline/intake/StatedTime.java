// SPDX-License-Identifier: Apache-2.0
package org.harborline.intake;

import java.time.Instant;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/// A time as a sender stated it. Evidence keeps the original text; the instant is for comparing.
///
/// @param instant in UTC; when no offset was stated the text was read as UTC, and [#offset()] is absent to say so
/// @param original text as received
/// @param offset the stated offset, absent when none was
public record StatedTime(
        Instant instant, String original, @Nullable ZoneOffset offset) {}
