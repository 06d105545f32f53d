// SPDX-License-Identifier: Apache-2.0
package org.harborline.synthetic;

import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.harborline.synthetic.wire.Provider;
import org.harborline.synthetic.world.SyntheticReport;

/// Who files a report.
@FunctionalInterface
interface Senders {

    Provider of(SyntheticReport report);

    /// One provider files everything.
    static Senders one(Provider provider) {
        return _ -> provider;
    }

    /// Each report is filed by the company of the world that sends it. A sandbox knows every one of them, under its
    /// name in lower case with hyphens, which is the password too.
    static Senders each(Provider any) {
        Map<String, Provider> known = new ConcurrentHashMap<>();
        return report -> known.computeIfAbsent(report.sender(), name -> {
            String code = name.toLowerCase(Locale.ROOT).replace(' ', '-');
            return any.as(code, code);
        });
    }
}
