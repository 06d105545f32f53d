// SPDX-License-Identifier: Apache-2.0

/// The packaged server in a browser, as the people of `docs/architecture.md` use it, and under SIGKILL. One sandbox
/// server with sample reports serves all tests that do not start their own; [Story] is the place to begin.
@NullMarked
package org.harborline.e2e;

import org.jspecify.annotations.NullMarked;
