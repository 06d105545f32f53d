// SPDX-License-Identifier: Apache-2.0
package org.harborline.triage;

import java.time.Instant;
import org.harborline.intake.ReportNumber;

/// Where a page of a list ended.
public record WorkPosition(Priority priority, Instant dueAt, ReportNumber report) {}
