// SPDX-License-Identifier: Apache-2.0
package org.harborline.synthetic.reports;

/// A finished report document; it never changes, and writes the same bytes each time.
public final class ReportDocument {

    private final Element root;

    ReportDocument(Element root) {
        this.root = root;
    }

    /// The XML, with declaration, to be sent as UTF-8.
    public String xml() {
        return xml(Numbering.AS_WRITTEN);
    }

    /// The XML with references to earlier reports renumbered.
    public String xml(Numbering numbering) {
        return DocumentWriter.write(root, numbering);
    }

    /// The body of a call that files the report as JSON, with references to earlier reports renumbered.
    public String json(Numbering numbering) {
        return JsonWriter.write(root, numbering);
    }

    /// Names the root only: a document is full of identifiers.
    @Override
    public String toString() {
        return "ReportDocument";
    }
}
