// SPDX-License-Identifier: Apache-2.0
package org.harborline.registry;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Agencies in the order of their codes.
///
/// @param next pass it as `after` for what follows; absent on the last page
public record AgencyPage(List<Agency> agencies, @Nullable String next) {

    public AgencyPage {
        agencies = List.copyOf(agencies);
    }
}
