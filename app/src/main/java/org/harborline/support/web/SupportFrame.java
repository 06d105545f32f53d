// SPDX-License-Identifier: Apache-2.0
package org.harborline.support.web;

import org.harborline.platform.NavigationItem;
import org.harborline.platform.Permission;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What the support desk adds to the frame.
@Configuration(proxyBeanMethods = false)
class SupportFrame {

    @Bean
    NavigationItem supportDeskLink() {
        return new NavigationItem("support.desk.title", "/support-desk", 10, Permission.SUPPORT_ANSWER, false);
    }

    @Bean
    NavigationItem deskHoursLink() {
        return new NavigationItem("support.hours.title", "/support-desk/hours", 20, Permission.SUPPORT_ANSWER, false);
    }
}
