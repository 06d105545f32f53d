// SPDX-License-Identifier: Apache-2.0
package org.harborline.triage;

import org.harborline.intake.ReportNumber;

/// Lowers a priority with a coded reason.
public record LowerPriority(ReportNumber report, Priority to, LoweringReason reason) {}
