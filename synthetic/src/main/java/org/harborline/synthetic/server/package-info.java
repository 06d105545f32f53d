// SPDX-License-Identifier: Apache-2.0

/// A packaged server as a process of its own, on a throw-away or given data directory: started, waited for, killed,
/// stopped. Whatever was started is gone after `close`, its database server too. Looks into the database only through
/// the application's role.
@NullMarked
package org.harborline.synthetic.server;

import org.jspecify.annotations.NullMarked;
