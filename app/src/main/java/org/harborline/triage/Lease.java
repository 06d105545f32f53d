// SPDX-License-Identifier: Apache-2.0
package org.harborline.triage;

import java.time.Instant;
import org.harborline.intake.ReportNumber;

/// Who works on a report and until when, unless kept.
///
/// @param holder opaque holder id
public record Lease(ReportNumber report, String holder, Instant takenAt, Instant until) {}
