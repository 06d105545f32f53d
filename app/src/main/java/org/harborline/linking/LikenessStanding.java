// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// By what links are suggested.
///
/// @param model the model in force; 0 is the one that comes with the release
/// @param learntAt absent for that one
/// @param profiles from how many descriptions it was learnt
/// @param enough how many descriptions it takes to learn one
/// @param threshold from which probability on a link is suggested
/// @param rules how many rules of blocking are in use
/// @param unread how many reports could not be read and are not compared
public record LikenessStanding(
        int model, @Nullable Instant learntAt, int profiles, int enough, double threshold, int rules, int unread) {}
