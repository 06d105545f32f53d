// SPDX-License-Identifier: Apache-2.0
package org.harborline.intake.internal.wire;

import java.util.List;

/// A document that cannot be taken as it is.
public final class DocumentRefused extends RuntimeException {

    /// Which of the two layers refused.
    public enum Layer {
        /// Not well-formed, or outside the limits of the reader: code 4110.
        FORM,
        /// Does not fit the schema or breaks a rule: code 4100.
        CONTENT
    }

    private final Layer layer;
    private final transient List<Finding> findings;
    private final boolean escalated;

    DocumentRefused(Layer layer, List<Finding> findings, boolean escalated) {
        super(layer.name(), null, false, false);
        this.layer = layer;
        this.findings = List.copyOf(findings);
        this.escalated = escalated;
    }

    public Layer layer() {
        return layer;
    }

    public List<Finding> findings() {
        return findings;
    }

    /// Whether the document asked for high priority. Somebody then has to hear that it was not taken.
    public boolean escalated() {
        return escalated;
    }
}
