// SPDX-License-Identifier: Apache-2.0
/// The one door to other machines: mail and signed webhooks, to hosts the operator listed and to no other. A location
/// named in a report has
/// another type and cannot get here.
@NamedInterface("outbound")
@NullMarked
package org.harborline.platform.outbound;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
