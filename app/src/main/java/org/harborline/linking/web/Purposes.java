// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking.web;

import java.util.List;
import org.harborline.platform.Purpose;

/// Purposes that somebody at the workbench can state.
final class Purposes {

    static final List<Purpose> OFFERED = List.of(
            Purpose.TRIAGE, Purpose.REFERRAL, Purpose.SAFEGUARDING, Purpose.QUALITY_REVIEW, Purpose.AGENCY_CASE);

    private Purposes() {}
}
