// SPDX-License-Identifier: Apache-2.0
package org.harborline.access.web;

import org.harborline.platform.FrameAction;
import org.harborline.platform.NavigationItem;
import org.harborline.platform.Permission;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What this module adds to the frame of every page.
@Configuration(proxyBeanMethods = false)
class AccessFrame {

    @Bean
    NavigationItem accountsItem() {
        return new NavigationItem("access.accounts.title", "/operator/accounts", 900, Permission.ACCOUNT_CHANGE, true);
    }

    @Bean
    FrameAction signOutAction() {
        return new FrameAction("access.sign-out", "/sign-out", 900, Permission.OWN_ACCOUNT, FrameAction.Place.MENU);
    }
}
