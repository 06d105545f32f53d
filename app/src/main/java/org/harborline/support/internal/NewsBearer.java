// SPDX-License-Identifier: Apache-2.0
package org.harborline.support.internal;

import org.harborline.support.SupportRequestId;

/// Tells somebody, in the current transaction, that there is news for them.
interface NewsBearer {

    void enqueue(SupportRequestId request);
}
