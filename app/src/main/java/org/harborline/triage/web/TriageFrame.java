// SPDX-License-Identifier: Apache-2.0
package org.harborline.triage.web;

import org.harborline.intake.panels.ReportPanel;
import org.harborline.platform.FrameAction;
import org.harborline.platform.NavigationItem;
import org.harborline.platform.Permission;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What triage adds to the frame and to the report page.
@Configuration(proxyBeanMethods = false)
class TriageFrame {

    @Bean
    NavigationItem worklistLink() {
        return new NavigationItem("triage.worklist.title", "/worklist", 10, Permission.WORKLIST_USE, false);
    }

    @Bean
    NavigationItem rotaLink() {
        return new NavigationItem("triage.rota.title", "/operator/rota", 60, Permission.OPERATE, true);
    }

    @Bean
    FrameAction pauseAction() {
        return new FrameAction("triage.pause", "/worklist/pause", 10, Permission.WORKLIST_USE, FrameAction.Place.BAR);
    }

    @Bean
    ReportPanel priorityPanel() {
        return panel("priority", 10, ReportPanel.Column.MAIN);
    }

    @Bean
    ReportPanel firstLookPanel() {
        return panel("first-look", 45, ReportPanel.Column.MAIN);
    }

    @Bean
    ReportPanel safeguardingPanel() {
        return panel("safeguarding", 1, ReportPanel.Column.SIDE);
    }

    @Bean
    ReportPanel leasePanel() {
        return panel("lease", 5, ReportPanel.Column.SIDE);
    }

    @Bean
    ReportPanel clocksPanel() {
        return panel("clocks", 10, ReportPanel.Column.SIDE);
    }

    @Bean
    ReportPanel designationPanel() {
        return panel("designation", 5, ReportPanel.Column.SIDE);
    }

    private static ReportPanel panel(String name, int order, ReportPanel.Column column) {
        return new ReportPanel(name, "triage.panel." + name, order, column, Permission.REPORT_READ);
    }
}
