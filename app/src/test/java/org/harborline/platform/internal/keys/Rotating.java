// SPDX-License-Identifier: Apache-2.0
package org.harborline.platform.internal.keys;

import java.util.function.LongConsumer;
import org.harborline.platform.KeyUse;
import org.springframework.context.ApplicationContext;

/// Rotates keys step by step, for tests of the modules that store something under them.
public final class Rotating {

    private Rotating() {}

    /// New keys in use, old ones beside them, nothing renewed yet.
    public static void promoteNew(ApplicationContext context, KeyUse.Kind kind) {
        var rotation = context.getBean(KeyRotation.class);
        rotation.add(kind);
        rotation.promote(kind);
    }

    /// Renews everything under keys of the kind.
    public static void renew(ApplicationContext context, KeyUse.Kind kind, LongConsumer progress) {
        context.getBean(KeyRotation.class).renew(kind, (_, count) -> progress.accept(count));
    }

    /// How much is left under old keys.
    public static long remaining(ApplicationContext context, KeyUse.Kind kind) {
        return context.getBeansOfType(KeyUse.class).values().stream()
                .filter(use -> use.kind() == kind)
                .mapToLong(KeyUse::remaining)
                .sum();
    }
}
