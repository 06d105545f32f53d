// SPDX-License-Identifier: Apache-2.0
package org.harborline.referral.web;

import org.harborline.intake.panels.ReportPanel;
import org.harborline.linking.CutPanel;
import org.harborline.platform.NavigationItem;
import org.harborline.platform.Permission;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The module's links in the frame and its parts of the pages of reports and cuts.
@Configuration(proxyBeanMethods = false)
class ReferralNavigation {

    @Bean
    NavigationItem referralsLink() {
        return new NavigationItem("referral.nav.referrals", "/referrals", 40, Permission.REFER, false);
    }

    @Bean
    NavigationItem inboxLink() {
        return new NavigationItem("referral.nav.inbox", "/agency", 10, Permission.PACKAGE_READ, false);
    }

    @Bean
    NavigationItem failingLink() {
        return new NavigationItem("referral.nav.failing", "/operator/packages", 25, Permission.OPERATE, true);
    }

    @Bean
    ReportPanel routingPanel() {
        return new ReportPanel(
                "routing", "referral.routing.title", 60, ReportPanel.Column.SIDE, Permission.REPORT_READ);
    }

    @Bean
    ReportPanel referralsPanel() {
        return new ReportPanel(
                "referrals", "referral.panel.title", 50, ReportPanel.Column.SIDE, Permission.REPORT_READ);
    }

    @Bean
    CutPanel correctionsPanel() {
        return new CutPanel("corrections", "referral.corrections.title", Permission.REPORT_READ);
    }
}
