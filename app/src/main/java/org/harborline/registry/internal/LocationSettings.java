// SPDX-License-Identifier: Apache-2.0
package org.harborline.registry.internal;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/// Where network addresses are looked up.
///
/// @param database a file in MaxMind's format that the operator has licensed; without it no real address has a place
@ConfigurationProperties("harborline.location")
record LocationSettings(@Nullable Path database) {}
