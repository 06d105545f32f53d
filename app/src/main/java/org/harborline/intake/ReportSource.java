// SPDX-License-Identifier: Apache-2.0
package org.harborline.intake;

/// By which way a report came.
public enum ReportSource {
    /// A reporting company, by its interface or by hand.
    PROVIDER,
    /// Somebody on the public pages.
    PUBLIC,
    /// Somebody who called; a person of the clearinghouse wrote it down.
    TELEPHONE
}
