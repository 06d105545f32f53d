// SPDX-License-Identifier: Apache-2.0
package org.harborline.synthetic.bench;

/// How a report is filed.
enum Way {
    /// Submit and finish, as XML.
    TWO_CALLS,
    /// Whole, as JSON, under a key.
    ONE_CALL
}
