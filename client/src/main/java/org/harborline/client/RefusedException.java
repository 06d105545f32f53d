// SPDX-License-Identifier: Apache-2.0
package org.harborline.client;

/// The report cannot be taken as it is: [#faults()] names each place. Nothing was filed; mend it and
/// send it under a new key or the old one.
public final class RefusedException extends ProblemException {

    private static final long serialVersionUID = 1L;

    RefusedException(Problem problem) {
        super(problem);
    }
}
