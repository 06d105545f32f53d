// SPDX-License-Identifier: Apache-2.0
package org.harborline.notices.web;

import org.harborline.platform.NavigationItem;
import org.harborline.platform.Permission;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Links to questions in the frame.
@Configuration(proxyBeanMethods = false)
class QuestionNavigation {

    @Bean
    NavigationItem questionsLink() {
        return new NavigationItem("notices.questions.navigation", "/questions", 45, Permission.REFER, false);
    }

    @Bean
    NavigationItem agencyQuestionsLink() {
        return new NavigationItem(
                "notices.questions.navigation", "/agency/questions", 20, Permission.PACKAGE_READ, false);
    }

    @Bean
    NavigationItem companyQuestionsLink() {
        return new NavigationItem(
                "notices.questions.navigation", "/provider/questions", 30, Permission.COMPANY_READ, false);
    }
}
