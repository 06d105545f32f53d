// SPDX-License-Identifier: Apache-2.0
package org.harborline.support;

import java.time.Instant;

/// What somebody is told who asked for support.
///
/// @param words with which they come back; shown to nobody else, ever
/// @param answerBy by when somebody answers
/// @param sentBefore the form was sent before, and what was changed since then is not kept
public record SupportAsked(String words, Instant answerBy, boolean sentBefore) {

    @Override
    public String toString() {
        return "SupportAsked(" + answerBy + ")";
    }
}
