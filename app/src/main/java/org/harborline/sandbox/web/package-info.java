// SPDX-License-Identifier: Apache-2.0
@NullMarked
package org.harborline.sandbox.web;

import org.jspecify.annotations.NullMarked;
