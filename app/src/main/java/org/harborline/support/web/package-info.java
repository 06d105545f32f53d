// SPDX-License-Identifier: Apache-2.0
@NullMarked
package org.harborline.support.web;

import org.jspecify.annotations.NullMarked;
