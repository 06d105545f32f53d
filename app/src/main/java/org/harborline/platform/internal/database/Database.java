// SPDX-License-Identifier: Apache-2.0
package org.harborline.platform.internal.database;

/// The database server that an installation stands on, with the role that may create other roles.
interface Database extends AutoCloseable {

    /// Reaches the installation's database as the role that sets it up.
    DatabaseAddress setup();

    @Override
    void close();
}
