// SPDX-License-Identifier: Apache-2.0
package org.harborline.synthetic.reports;

/// What somebody did when an address or a device was seen.
public enum Event {
    LOGIN("Login"),
    REGISTRATION("Registration"),
    PURCHASE("Purchase"),
    UPLOAD("Upload"),
    OTHER("Other"),
    UNKNOWN("Unknown");

    private final String wireName;

    Event(String wireName) {
        this.wireName = wireName;
    }

    String wireName() {
        return wireName;
    }
}
