// SPDX-License-Identifier: Apache-2.0
package org.harborline.intake;

/// A report that belongs to another.
///
/// @param kind how the later one belongs to the earlier one
/// @param other the other report
/// @param later whether the other one is the later one
public record RelatedReport(RelationKind kind, ReportNumber other, boolean later) {}
