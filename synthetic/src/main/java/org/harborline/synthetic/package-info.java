// SPDX-License-Identifier: Apache-2.0

/// Invented reports for tests, demonstrations and load, and the command that sends them. Promises: the same seed gives
/// the same bytes; every person, address and name is invented and lies in ranges reserved for documentation; every text
/// says only `[synthetic narrative N]`. Knows nothing of the server but the published wire contract.
@NullMarked
package org.harborline.synthetic;

import org.jspecify.annotations.NullMarked;
