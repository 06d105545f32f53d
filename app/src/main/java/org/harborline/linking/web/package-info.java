// SPDX-License-Identifier: Apache-2.0
@NullMarked
package org.harborline.linking.web;

import org.jspecify.annotations.NullMarked;
