// SPDX-License-Identifier: Apache-2.0
@NullMarked
package org.harborline.registry.web;

import org.jspecify.annotations.NullMarked;
