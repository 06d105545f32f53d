// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking;

/// How much an equal match key says. Only the first makes a link; the others answer look-ups and are shown as context.
public enum Strength {
    /// Near-certainly the same account, mailbox, number, device or place on the web.
    STRONG,
    /// Worth knowing, not worth a link: a role address, a number whose country is unknown, an address without a port.
    WEAK,
    /// Says where, not who: a group, a household network, a proxy.
    CONTEXT
}
