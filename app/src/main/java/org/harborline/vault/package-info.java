// SPDX-License-Identifier: Apache-2.0
/// Sealed text and blind keys: one data key per record, wrapped by the key of its compartment. Everything personal that
/// Harborline stores
/// goes through here, and nothing else returns it in clear. It decides what may be erased and when, and holds win over
/// every schedule.
@ApplicationModule(
        displayName = "Vault",
        allowedDependencies = {"platform", "journal", "access"})
@NullMarked
package org.harborline.vault;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
