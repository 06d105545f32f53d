// SPDX-License-Identifier: Apache-2.0
package org.harborline.triage;

import java.time.Instant;
import org.harborline.intake.ReportNumber;
import org.jspecify.annotations.Nullable;

/// An urgent report that was to be referred by now and that no agency has.
///
/// @param dueAt when it must have been referred
/// @param rounds in how many calls it was among what people were called about
/// @param paged how many people the last of them could reach; 0 means that nobody on the rota can be
/// reached
/// @param reached whether a mail server or webhook took that call
/// @param pagedAt when it went out; absent before the first
/// @param acknowledgedBy opaque holder id of whoever sees to it; nobody is called about it any more
public record LateReferral(
        ReportNumber report,
        Instant dueAt,
        int rounds,
        int paged,
        boolean reached,
        @Nullable Instant pagedAt,
        @Nullable String acknowledgedBy,
        @Nullable Instant acknowledgedAt) {}
