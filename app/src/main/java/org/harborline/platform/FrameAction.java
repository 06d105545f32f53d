// SPDX-License-Identifier: Apache-2.0
package org.harborline.platform;

/// A button in the frame that posts an empty form, such as "I need a pause". Modules contribute beans of this type.
///
/// @param messageKey text of the button
/// @param path address on this server that answers the post, beginning with a slash
/// @param order small first
/// @param permission who sees it
/// @param place where in the frame
public record FrameAction(String messageKey, String path, int order, Permission permission, Place place) {

    public FrameAction {
        OwnPath.require(path);
    }

    /// Where a button stands.
    public enum Place {
        /// Always in sight.
        BAR,
        /// In the menu under the name of who is signed in.
        MENU
    }
}
