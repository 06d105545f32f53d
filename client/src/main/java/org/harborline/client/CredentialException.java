// SPDX-License-Identifier: Apache-2.0
package org.harborline.client;

/// The credential is not known, or may not do this. Nothing was filed.
public final class CredentialException extends ProblemException {

    private static final long serialVersionUID = 1L;

    CredentialException(Problem problem) {
        super(problem);
    }
}
