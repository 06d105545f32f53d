// SPDX-License-Identifier: Apache-2.0
/// How much of what agencies need a report of a company states. Told to the company and to nobody else: modules that
/// decide what is urgent, linked or sent may not list this interface, and a test holds them to it.
@NamedInterface("completeness")
@NullMarked
package org.harborline.intake.completeness;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
