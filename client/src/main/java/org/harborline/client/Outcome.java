// SPDX-License-Identifier: Apache-2.0
package org.harborline.client;

/// What came of one filing among many.
public sealed interface Outcome {

    /// The filing.
    ///
    /// @return as it was given
    Filing filing();

    /// It is filed.
    ///
    /// @param filing as it was given
    /// @param receipt of the report
    record Filed(Filing filing, Receipt receipt) implements Outcome {}

    /// It is not, or nobody knows.
    ///
    /// @param filing as it was given
    /// @param failure why
    record Failed(Filing filing, HarborlineException failure) implements Outcome {}
}
