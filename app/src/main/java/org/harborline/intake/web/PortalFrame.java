// SPDX-License-Identifier: Apache-2.0
package org.harborline.intake.web;

import org.harborline.platform.NavigationItem;
import org.harborline.platform.Permission;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What this module adds to the frame for people of reporting companies.
@Configuration(proxyBeanMethods = false)
class PortalFrame {

    @Bean
    NavigationItem portalLink() {
        return new NavigationItem("intake.portal.title", "/provider", 10, Permission.COMPANY_READ, false);
    }

    @Bean
    NavigationItem ownReportsLink() {
        return new NavigationItem("intake.own.title", "/provider/reports", 20, Permission.COMPANY_READ, false);
    }
}
