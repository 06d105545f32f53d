// SPDX-License-Identifier: Apache-2.0
package org.harborline.platform;

import java.util.List;

/// A command of `./harborline` that is not the server itself. Modules contribute beans; only the beans the command
/// needs are made.
public interface Command {

    /// The word after `./harborline`; the bean is named `command.<name>`, so that it is found without making any
    /// other.
    String name();

    /// Runs to the end. Results go to standard output, one clear sentence about a failure to standard error.
    ///
    /// @return 0 done, 1 failed, 2 wrong usage
    int run(List<String> arguments);
}
