// SPDX-License-Identifier: Apache-2.0
package org.harborline.registry;

/// What a contact point is for.
public enum ContactKind {
    /// Where legal process is served.
    LEGAL_PROCESS,
    /// Answered at any hour.
    ROUND_THE_CLOCK,
    /// Takes requests to preserve.
    PRESERVATION,
    /// A person on the rota, tried in the order of rank.
    ROTA,
    /// Told that a package is ready; holds nothing about the case.
    DELIVERY
}
