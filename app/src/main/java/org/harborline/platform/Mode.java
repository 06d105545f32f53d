// SPDX-License-Identifier: Apache-2.0
package org.harborline.platform;

/// What an installation is for. Stamped into the database when it is made; the other command refuses it ever after.
public enum Mode {
    /// Real reports. Settings only narrow.
    PRODUCTION,
    /// Invented reports. Every page and answer says so.
    SANDBOX
}
