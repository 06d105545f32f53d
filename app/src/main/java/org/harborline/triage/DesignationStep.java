// SPDX-License-Identifier: Apache-2.0
package org.harborline.triage;

import java.time.Instant;
import org.harborline.platform.Code;

/// One designation in the history of a report.
///
/// @param by opaque holder id
public record DesignationStep(Designation designation, Code reason, String by, Instant at) {}
