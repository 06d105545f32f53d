// SPDX-License-Identifier: Apache-2.0
package org.harborline.synthetic.crash;

/// What a blow can fall on.
interface Victims {

    /// Whether the database runs; for a moment after a start or a crash it does not.
    boolean hasDatabase();

    /// Kills the database.
    ///
    /// @return false when there was none to kill
    boolean killDatabase() throws InterruptedException;

    void killServer() throws InterruptedException;

    void killFiler() throws InterruptedException;
}
