// SPDX-License-Identifier: Apache-2.0
@NullMarked
package org.harborline.access.web;

import org.jspecify.annotations.NullMarked;
