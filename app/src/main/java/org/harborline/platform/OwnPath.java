// SPDX-License-Identifier: Apache-2.0
package org.harborline.platform;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Addresses on this server, as against those that lead elsewhere.
public final class OwnPath {

    /// Two slashes or a backslash at the start would lead to another host.
    private static final Pattern SHAPE = Pattern.compile("/(?![/\\\\])[A-Za-z0-9/._~?=&%+:@-]{0,400}");

    private OwnPath() {}

    /// Whether the text is a path of this server that is safe to send somebody to.
    public static boolean matches(@Nullable String path) {
        return path != null && SHAPE.matcher(path).matches();
    }

    static void require(String path) {
        if (!matches(path)) {
            throw new IllegalArgumentException("a path on this server begins with one slash");
        }
    }
}
