// SPDX-License-Identifier: Apache-2.0
package org.harborline.platform.web;

/// A language somebody can switch to.
///
/// @param name in its own words
/// @param chosen whether the page is in this language
record LanguageChoice(String tag, String name, boolean chosen) {}
