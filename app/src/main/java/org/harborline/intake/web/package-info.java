// SPDX-License-Identifier: Apache-2.0
@NullMarked
package org.harborline.intake.web;

import org.jspecify.annotations.NullMarked;
