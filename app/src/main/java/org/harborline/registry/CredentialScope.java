// SPDX-License-Identifier: Apache-2.0
package org.harborline.registry;

/// What a credential may do. The first three hold each what stands before it.
public enum CredentialScope {
    /// Ask for status and schema.
    READ,
    /// File, finish and retract reports.
    FILE,
    /// Say where news of reports is sent, and read it again.
    FILE_AND_WEBHOOKS,
    /// Ask for status, read what the company is asked about its reports, and answer. Files nothing.
    QUESTIONS;

    public boolean files() {
        return this == FILE || this == FILE_AND_WEBHOOKS;
    }
}
