// SPDX-License-Identifier: Apache-2.0
package org.harborline.access;

/// What a browser answered to a passkey question.
///
/// @param origin scheme, host and port of the installation as the holder sees it
/// @param json the credential as the browser's `toJSON` gives it
public record PasskeyAnswer(String origin, String json) {

    @Override
    public String toString() {
        return "PasskeyAnswer[***]";
    }
}
