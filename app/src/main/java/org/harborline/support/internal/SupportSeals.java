// SPDX-License-Identifier: Apache-2.0
package org.harborline.support.internal;

import org.harborline.vault.FieldId;

/// Permanent names of what is sealed in a request.
final class SupportSeals {

    static final FieldId CALLED = new FieldId("support.called");
    static final FieldId ADDRESS = new FieldId("support.address");
    static final FieldId SAFE_TIMES = new FieldId("support.safe-times");
    /// A row a message.
    static final FieldId MESSAGE = new FieldId("support.message");

    static final String ONLY = "-";

    private SupportSeals() {}
}
