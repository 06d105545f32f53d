// SPDX-License-Identifier: Apache-2.0

/// Measures a server of its own, and in the same run, on the same machine and database, how fast the same transactions
/// are without a server: figures mean something beside each other only.
@NullMarked
package org.harborline.synthetic.bench;

import org.jspecify.annotations.NullMarked;
