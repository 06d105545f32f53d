// SPDX-License-Identifier: Apache-2.0
package org.harborline.synthetic.world;

/// What an identifier is.
public enum IdentifierKind {
    ACCOUNT,
    EMAIL,
    PHONE,
    SCREEN_NAME,
    DEVICE,
    ADDRESS,
    PAGE,
    PRIOR_REPORT
}
