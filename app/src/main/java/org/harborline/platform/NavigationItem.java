// SPDX-License-Identifier: Apache-2.0
package org.harborline.platform;

/// One link of the navigation. Each module contributes beans of this type; the frame shows those the actor may follow.
///
/// @param messageKey text of the link
/// @param path address on this server, beginning with a slash
/// @param order small first
/// @param permission who sees it
/// @param operator belongs to running the installation and is kept apart from the analysts' links
public record NavigationItem(String messageKey, String path, int order, Permission permission, boolean operator) {

    public NavigationItem {
        OwnPath.require(path);
    }
}
