// SPDX-License-Identifier: Apache-2.0
package org.harborline.platform.internal.database;

/// How to reach a database as one role.
record DatabaseAddress(String url, String user, String password) {

    DatabaseAddress as(String otherUser, String otherPassword) {
        return new DatabaseAddress(url, otherUser, otherPassword);
    }

    /// This address with more connection parameters, whether it already has some or not.
    String urlWith(String parameters) {
        return url + (url.contains("?") ? "&" : "?") + parameters;
    }

    /// The address without its parameters, which may hold a password.
    String place() {
        int parameters = url.indexOf('?');
        return parameters < 0 ? url : url.substring(0, parameters);
    }

    @Override
    public String toString() {
        return place() + " as " + user;
    }
}
