// SPDX-License-Identifier: Apache-2.0
@NullMarked
package org.harborline.notices.web;

import org.jspecify.annotations.NullMarked;
