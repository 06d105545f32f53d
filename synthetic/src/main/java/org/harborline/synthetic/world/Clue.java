// SPDX-License-Identifier: Apache-2.0
package org.harborline.synthetic.world;

/// An identifier in a report, without its spelling.
///
/// @param key the same for all spellings of one identifier, and for nothing else
public record Clue(IdentifierKind kind, String key, Meaning meaning) {}
