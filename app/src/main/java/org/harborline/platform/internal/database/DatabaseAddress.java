// SPDX-License-Identifier: Apache-2.0
package org.harborline.platform.internal.database;

/// How to reach a database as one role.
record DatabaseAddress(String url, String user, String password) {

    DatabaseAddress as(String otherUser, String otherPassword) {
        return new DatabaseAddress(url, otherUser, otherPassword);
    }

    @Override
    public String toString() {
        return url + " as " + user;
    }
}
