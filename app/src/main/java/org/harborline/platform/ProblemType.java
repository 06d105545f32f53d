// SPDX-License-Identifier: Apache-2.0
package org.harborline.platform;

import org.springframework.http.HttpStatus;

/// One entry of the problem catalogue. Each module lists its own in an enum.
public interface ProblemType {

    /// Stable name in addresses and documents, such as `report-leased-by-another`. Message keys are
    /// `problem.<slug>.title` and
    /// `problem.<slug>.detail`.
    String slug();

    HttpStatus status();
}
