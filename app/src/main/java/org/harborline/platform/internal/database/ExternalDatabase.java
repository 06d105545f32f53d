// SPDX-License-Identifier: Apache-2.0
package org.harborline.platform.internal.database;

/// A server that the operator runs.
record ExternalDatabase(DatabaseAddress setup) implements Database {

    @Override
    public void close() {
        // somebody else's server
    }
}
