// SPDX-License-Identifier: Apache-2.0
package org.harborline.client;

import java.util.List;

/// The key or the reference names another report that you filed before. Nothing was filed now.
public final class ConflictException extends ProblemException {

    private static final long serialVersionUID = 1L;

    ConflictException(Problem problem) {
        super(problem);
    }

    /// The report that was filed before.
    ///
    /// @return its number
    public long report() {
        return problem().report();
    }

    /// Where the two differ.
    ///
    /// @return pointers into the body, as RFC 6901 writes them; empty when the earlier one can be
    /// opened no more
    public List<String> differences() {
        return problem().differences();
    }
}
