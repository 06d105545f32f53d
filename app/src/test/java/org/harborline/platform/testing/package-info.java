// SPDX-License-Identifier: Apache-2.0
/// A real PostgreSQL for tests: one server a JVM, one database a context.
@NullMarked
package org.harborline.platform.testing;

import org.jspecify.annotations.NullMarked;
