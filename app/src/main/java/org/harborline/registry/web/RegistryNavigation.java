// SPDX-License-Identifier: Apache-2.0
package org.harborline.registry.web;

import org.harborline.platform.NavigationItem;
import org.harborline.platform.Permission;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Where the registry stands among the links of the frame.
@Configuration(proxyBeanMethods = false)
class RegistryNavigation {

    @Bean
    NavigationItem agenciesLink() {
        return new NavigationItem("registry.agencies.title", "/registry/agencies", 310, Permission.REGISTRY_READ, true);
    }

    @Bean
    NavigationItem providersLink() {
        return new NavigationItem(
                "registry.providers.title", "/registry/providers", 320, Permission.REGISTRY_READ, true);
    }

    @Bean
    NavigationItem joiningLink() {
        return new NavigationItem("registry.joining.title", "/registry/joining", 330, Permission.REGISTRY_READ, true);
    }

    @Bean
    NavigationItem companyLink() {
        return new NavigationItem("registry.company.title", "/provider/company", 30, Permission.COMPANY_READ, false);
    }

    @Bean
    NavigationItem ownCredentialsLink() {
        return new NavigationItem("registry.credentials", "/provider/credentials", 40, Permission.COMPANY_READ, false);
    }

    @Bean
    NavigationItem peopleLink() {
        return new NavigationItem("registry.people.title", "/provider/people", 50, Permission.COMPANY_KEEP, false);
    }
}
