// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking.internal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Mail domains whose way of reading local parts is known: which spellings reach one mailbox.
final class MailboxProviders {

    private static final String SAMPLE = "sample";

    private final Map<String, Provider> byDomain = new HashMap<>();

    /// @param sample also know the reserved domains that invented reports use
    MailboxProviders(boolean sample) {
        for (List<String> line : RuleData.lines("mailbox-providers-1.txt")) {
            if (sample || !line.contains(SAMPLE)) {
                byDomain.put(line.getFirst(), new Provider(line.get(1), line.contains("dots"), line.contains("plus")));
            }
        }
    }

    Optional<Provider> of(String domain) {
        return Optional.ofNullable(byDomain.get(domain));
    }

    /// @param mailboxDomain the domain under which its addresses are compared
    /// @param ignoresDots dots in the local part make no difference
    /// @param ignoresTag `+` and what follows make no difference
    record Provider(String mailboxDomain, boolean ignoresDots, boolean ignoresTag) {

        /// The mailbox that a case-folded local part reaches.
        String mailbox(String local) {
            String bare = local;
            int tag = bare.indexOf('+');
            if (ignoresTag && tag > 0) {
                bare = bare.substring(0, tag);
            }
            return ignoresDots ? bare.replace(".", "") : bare;
        }
    }
}
