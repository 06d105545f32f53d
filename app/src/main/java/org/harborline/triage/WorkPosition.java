// SPDX-License-Identifier: Apache-2.0
package org.harborline.triage;

import org.harborline.intake.ReportNumber;

/// Where a page of a list ended.
///
/// @param place inside the level; says nothing by itself
public record WorkPosition(Priority priority, long place, ReportNumber report) {}
