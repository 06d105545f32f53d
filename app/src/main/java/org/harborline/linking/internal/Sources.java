// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking.internal;

import org.harborline.intake.Reports;
import org.springframework.stereotype.Component;

/// Where keys come from: what was filed, what was found, the services that scope the accounts of each sender,
/// and what reports can contradict each other in.
@Component
record Sources(Reports reports, FindingWords findings, Origins origins, Statements statements) {}
