// SPDX-License-Identifier: Apache-2.0
package org.harborline.platform.web;

/// A link of the navigation as a template needs it.
///
/// @param here whether the page that is being shown is behind this link
record FrameLink(String messageKey, String path, boolean here) {}
