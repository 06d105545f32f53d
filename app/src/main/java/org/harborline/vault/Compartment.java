// SPDX-License-Identifier: Apache-2.0
package org.harborline.vault;

/// Groups of records whose keys are wrapped by the same key, and which are opened by different people.
public enum Compartment {
    /// Received reports after the content gate, findings, packages.
    REPORT("report"),
    /// Who reported: a sheet of its own, never part of a package by default.
    REPORTER("reporter"),
    /// Contacts of providers and agencies.
    CONTACT("contact"),
    /// Second factors and addresses of staff and officers.
    ACCOUNT("account"),
    /// Who asked the support desk, and what was said there. Never beside a report.
    SUPPORT("support");

    private final String keyName;

    Compartment(String keyName) {
        this.keyName = keyName;
    }

    /// Permanent name of the wrapping key.
    public String keyName() {
        return keyName;
    }
}
