// SPDX-License-Identifier: Apache-2.0
package org.harborline.synthetic.world;

/// An invented company that files reports.
///
/// @param weight its share of all reports, in thousands of the 35.9 million that were filed in 2023
record Sender(String name, Kind kind, int weight) {

    /// What its users do there, which decides how an incident is described.
    enum Kind {
        PAGES,
        CHAT,
        MAIL,
        GAME
    }
}
