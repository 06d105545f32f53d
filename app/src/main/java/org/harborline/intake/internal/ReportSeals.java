// SPDX-License-Identifier: Apache-2.0
package org.harborline.intake.internal;

import org.harborline.vault.FieldId;

/// Permanent names of the fields that intake seals.
final class ReportSeals {

    static final FieldId RECEIVED_TEXT = new FieldId("intake.received-text");
    static final FieldId REPORTER_SHEET = new FieldId("intake.reporter-sheet");
    static final FieldId ITEM = new FieldId("intake.item");
    static final FieldId SENDER_REFERENCE = new FieldId("intake.sender-reference");
    static final FieldId PRESERVATION_REFERENCE = new FieldId("intake.preservation-reference");
    static final String ONLY = "-";

    private ReportSeals() {}
}
