// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking.internal;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.harborline.vault.BlindKey;
import org.jspecify.annotations.Nullable;

/// The keys of one identifier under the newest blind key.
///
/// @param byForm every form under an older key, with the newest of the same
/// @param byRule what each rule makes of the identifier today
record NewestKeys(Map<UUID, BlindKey> byForm, Map<String, Set<BlindKey>> byRule) {

    /// What takes the place of a stored key. One that the identifier has not any more, because the registry says
    /// something else of the sender's services than it did then, gives way to what its rule makes of it today.
    @Nullable
    BlindKey of(Sighting sighting) {
        BlindKey same = byForm.get(sighting.blind());
        if (same != null) {
            return same;
        }
        Set<BlindKey> today = byRule.getOrDefault(sighting.rule(), Set.of());
        return today.size() == 1 ? today.iterator().next() : null;
    }
}
