// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking.internal.likeness;

/// A field of a description of a person.
public record Field(String name, Kind kind) {}
