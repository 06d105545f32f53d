// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking;

/// How sure the analyst is of a finding.
public enum Confidence {
    LOW,
    MEDIUM,
    HIGH
}
