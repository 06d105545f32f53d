// SPDX-License-Identifier: Apache-2.0
package org.harborline.referral;

import java.util.List;
import org.harborline.platform.Code;

/// One sentence of an explanation, as a code and what goes into it. The message key is `referral.why.<code>`.
///
/// @param arguments may name places and addresses of people, so they are sealed at rest and never printed
public record Reason(Code code, List<String> arguments) {

    public Reason {
        arguments = List.copyOf(arguments);
    }

    public static Reason of(String code, String... arguments) {
        return new Reason(Code.of(code), List.of(arguments));
    }

    @Override
    public String toString() {
        return "Reason(" + code + ")";
    }
}
