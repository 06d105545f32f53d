// SPDX-License-Identifier: Apache-2.0
package org.harborline.sandbox;

/// What an invented agency does with a report, always.
public enum Part {
    /// It acknowledges the package.
    ACCEPTS,
    /// It acknowledges the package and asks the company a question.
    ASKS,
    /// It returns the package, because the place is not its own.
    RETURNS,
    /// It does nothing.
    STAYS_SILENT
}
