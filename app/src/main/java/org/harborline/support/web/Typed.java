// SPDX-License-Identifier: Apache-2.0
package org.harborline.support.web;

import org.harborline.platform.PlatformProblem;
import org.harborline.platform.ProblemException;

/// Reads what was typed into a form.
final class Typed {

    static final int MESSAGE = 4000;
    static final int LINE = 200;

    private Typed() {}

    /// A message, which says something.
    static String message(String typed) {
        String text = lines(typed);
        if (text.isEmpty() || text.length() > MESSAGE) {
            throw new ProblemException(PlatformProblem.INVALID_INPUT);
        }
        return text;
    }

    /// A browser counts the end of a line once, and sends two signs.
    static String lines(String typed) {
        return typed.replace("\r\n", "\n").strip();
    }

    /// One line, which may be empty.
    static String line(String typed) {
        String text = typed.strip();
        if (text.length() > LINE) {
            throw new ProblemException(PlatformProblem.INVALID_INPUT);
        }
        return text;
    }
}
