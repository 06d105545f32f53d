// SPDX-License-Identifier: Apache-2.0
package org.harborline.intake;

/// Whether an item is what was reported or goes with it.
public enum ItemRelevance {
    REPORTED,
    SUPPLEMENTAL
}
