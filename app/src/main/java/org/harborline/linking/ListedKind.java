// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking;

/// What an operator's list says of a network or a value.
public enum ListedKind {
    /// Addresses that many subscribers of a carrier share.
    CARRIER,
    /// Machines of others, not lines of people.
    HOSTING,
    VPN,
    TOR,
    /// Gateways of mobile networks.
    MOBILE_GATEWAY,
    /// A value that stands for nothing, or that very many people share.
    VOID
}
