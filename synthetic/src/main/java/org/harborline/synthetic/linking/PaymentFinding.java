// SPDX-License-Identifier: Apache-2.0
package org.harborline.synthetic.linking;

import org.jspecify.annotations.Nullable;

/// A payment handle that staff found; the provider interface has no element for one.
///
/// @param scheme the payment service, when it is known
public record PaymentFinding(String value, @Nullable String scheme) {

    @Override
    public String toString() {
        return "PaymentFinding";
    }
}
