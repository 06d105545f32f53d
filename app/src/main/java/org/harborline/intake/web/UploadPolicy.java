// SPDX-License-Identifier: Apache-2.0
package org.harborline.intake.web;

/// What becomes of an item that a sender uploads. In neither case is it kept, hashed or looked at.
enum UploadPolicy {
    /// Refused from the headers.
    REFUSE,
    /// Passed by unread and answered as if it had been received, in a sandbox only, so that clients that know no
    /// refusal
    /// can be tried whole.
    DRAIN
}
