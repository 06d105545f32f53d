// SPDX-License-Identifier: Apache-2.0
/// The frame of every page: navigation, languages, times as people read them, problems as answers, request ids.
@NullMarked
package org.harborline.platform.web;

import org.jspecify.annotations.NullMarked;
