// SPDX-License-Identifier: Apache-2.0
package org.harborline.intake.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.harborline.intake.panels.ReportPanel;
import org.harborline.platform.NavigationItem;
import org.harborline.platform.PageLanguage;
import org.harborline.platform.Permission;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.filter.OncePerRequestFilter;

/// What stands before the pages of the public door, and what staff see of it.
@Configuration(proxyBeanMethods = false)
class DoorWeb {

    private static final String[] DOOR = {"/report", "/report/*"};

    /// These pages keep nothing in the browser, so the language is said in each request.
    @Bean
    FilterRegistrationBean<OncePerRequestFilter> doorLanguage() {
        var registration = new FilterRegistrationBean<OncePerRequestFilter>(new OncePerRequestFilter() {
            @Override
            protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                    throws ServletException, IOException {
                PageLanguage.choose(request, request.getParameter("language"));
                chain.doFilter(request, response);
            }
        });
        registration.addUrlPatterns(DOOR);
        registration.setOrder(0);
        return registration;
    }

    @Bean
    NavigationItem messagesLink() {
        return new NavigationItem("intake.messages", "/messages", 14, Permission.WORKLIST_USE, false);
    }

    @Bean
    NavigationItem telephoneLink() {
        return new NavigationItem("intake.telephone", "/telephone", 16, Permission.WORKLIST_USE, false);
    }

    @Bean
    NavigationItem schemeLink() {
        return new NavigationItem("intake.scheme", "/operator/scheme", 64, Permission.OPERATE, true);
    }

    @Bean
    NavigationItem helpLinesLink() {
        return new NavigationItem("intake.help-lines", "/operator/help-lines", 62, Permission.OPERATE, true);
    }

    @Bean
    ReportPanel conversationPanel() {
        return new ReportPanel(
                "conversation", "intake.conversation", 50, ReportPanel.Column.MAIN, Permission.REPORT_READ);
    }
}
