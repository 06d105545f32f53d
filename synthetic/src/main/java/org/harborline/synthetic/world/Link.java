// SPDX-License-Identifier: Apache-2.0
package org.harborline.synthetic.world;

/// Two reports that name the same person, and the identifier that shows it.
public record Link(long earlier, long later, IdentifierKind by) {}
