// SPDX-License-Identifier: Apache-2.0
package org.harborline.referral;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Some deliveries, newest first.
///
/// @param next where the next page starts; absent on the last one
public record DeliveryPage(
        List<Delivery> deliveries, @Nullable DeliveryId next) {

    public DeliveryPage {
        deliveries = List.copyOf(deliveries);
    }
}
