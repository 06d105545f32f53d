// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking.web;

import org.harborline.intake.panels.ReportPanel;
import org.harborline.platform.NavigationItem;
import org.harborline.platform.Permission;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What linking adds to the report page and to the navigation.
@Configuration(proxyBeanMethods = false)
class LinkingPanels {

    @Bean
    ReportPanel linksOnReportPage() {
        return new ReportPanel("links", "linking.links.title", 30, ReportPanel.Column.MAIN, Permission.REPORT_READ);
    }

    @Bean
    ReportPanel suggestionsOnReportPage() {
        return new ReportPanel(
                "suggestions", "linking.suggested.title", 35, ReportPanel.Column.MAIN, Permission.LINK_CUT);
    }

    @Bean
    ReportPanel identifiersOnReportPage() {
        return new ReportPanel(
                "identifiers", "linking.identifiers.title", 40, ReportPanel.Column.MAIN, Permission.REPORT_READ);
    }

    @Bean
    ReportPanel findingsOnReportPage() {
        return new ReportPanel(
                "findings", "linking.findings.title", 50, ReportPanel.Column.MAIN, Permission.REPORT_READ);
    }

    @Bean
    NavigationItem alertsInNavigation() {
        return new NavigationItem("linking.alerts.navigation", "/alerts", 35, Permission.CROSS_ROLE_READ, false);
    }

    @Bean
    NavigationItem growthInNavigation() {
        return new NavigationItem("linking.growth.navigation", "/links/growth", 36, Permission.LINK_CUT, false);
    }

    @Bean
    NavigationItem lookUpInNavigation() {
        return new NavigationItem("linking.look-up.navigation", "/look-up", 30, Permission.LOOK_UP, false);
    }
}
