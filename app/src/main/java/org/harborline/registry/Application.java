// SPDX-License-Identifier: Apache-2.0
package org.harborline.registry;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a company says of itself when it asks to join. Stored sealed until the link in the mail is opened.
///
/// @param company name of the company
/// @param country ISO 3166-1 alpha-2
/// @param ground why it reports
/// @param person who asks, and administers the company here at first
/// @param mail where the link goes; becomes the sign-in name
/// @param phone number that is answered at any hour
/// @param legal mail address where legal process is served
/// @param language in which it was written, and in which the mail with the link and reminders of contact points
/// and agreements are; other mails to a company are in English
public record Application(
        String company,
        String country,
        List<Provider.Offering> services,
        Ground ground,
        String person,
        String mail,
        @Nullable String phone,
        @Nullable String legal,
        String language) {

    public Application {
        Texts.requireName(company);
        Texts.requireCountry(country);
        Texts.requireServices(services);
        Texts.requireName(person);
        services = List.copyOf(services);
    }

    @Override
    public String toString() {
        return "Application(" + country + ", " + ground + ")";
    }

    /// Why a company reports.
    public enum Ground {
        /// A law obliges it.
        DUTY,
        /// It wants to.
        VOLUNTARY
    }
}
