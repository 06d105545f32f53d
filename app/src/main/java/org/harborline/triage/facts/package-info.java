// SPDX-License-Identifier: Apache-2.0
/// What happened in triage. A reason is a permanent code; where it rests on another report, that report's number
/// follows
/// after a colon, as in `linked-with-p1:1042391`.
@NamedInterface("facts")
@NullMarked
package org.harborline.triage.facts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
