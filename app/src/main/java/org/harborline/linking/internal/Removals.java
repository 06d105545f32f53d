// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking.internal;

import org.springframework.stereotype.Component;

/// What takes keys and links away again: an erased report, a finding that does not hold any more, a cut until it is
/// undone, the outcome of a case until it is taken back. And a
/// person's word, which holds a link, and what newer rules make of what is stored.
@Component
record Removals(
        Erasing erasing,
        Withdrawing withdrawing,
        Cutting cutting,
        Discrediting discrediting,
        Confirming confirming,
        Renewing renewing) {}
