// SPDX-License-Identifier: Apache-2.0
package org.harborline.vault;

import java.util.UUID;

/// What is stored in place of a normalised identifier so that equality can be searched. Reveals equality and nothing
/// else.
///
/// @param value output of the keyed function
/// @param version version of the key that made it
public record BlindKey(UUID value, int version) {}
