// SPDX-License-Identifier: Apache-2.0
@NullMarked
package org.harborline.triage.web;

import org.jspecify.annotations.NullMarked;
