// SPDX-License-Identifier: Apache-2.0
package org.harborline.registry;

import java.util.regex.Pattern;
import org.harborline.platform.PlatformProblem;
import org.harborline.platform.ProblemException;

/// Limits of the few texts that people enter here.
final class Texts {

    private static final Pattern CODE = Pattern.compile("[a-z0-9][a-z0-9-]{1,62}");
    private static final int NAME_LIMIT = 200;

    private Texts() {}

    static void requireCode(String code) {
        if (!CODE.matcher(code).matches()) {
            throw new ProblemException(PlatformProblem.INVALID_INPUT);
        }
    }

    static void requireName(String name) {
        if (name.isBlank() || name.length() > NAME_LIMIT) {
            throw new ProblemException(PlatformProblem.INVALID_INPUT);
        }
    }
}
