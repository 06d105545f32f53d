// SPDX-License-Identifier: Apache-2.0

/// Files reports of child sexual exploitation with a Harborline clearinghouse, each exactly once.
/// Depends on the Java runtime alone. Begin at [org.harborline.client.HarborlineClient].
@NullMarked
package org.harborline.client;

import org.jspecify.annotations.NullMarked;
