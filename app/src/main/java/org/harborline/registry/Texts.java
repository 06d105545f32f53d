// SPDX-License-Identifier: Apache-2.0
package org.harborline.registry;

import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;
import org.harborline.platform.ProblemException;
import org.jspecify.annotations.Nullable;

/// Limits of the few texts that people enter here. The database has the same ones; these say which field it is.
final class Texts {

    private static final Pattern CODE = Pattern.compile("[a-z0-9][a-z0-9-]{1,62}");
    private static final Pattern COUNTRY = Pattern.compile("[A-Z]{2}");
    private static final Pattern REGION = Pattern.compile("[A-Z0-9]{1,3}");
    private static final int NAME_LIMIT = 200;
    private static final int DOMAIN_LIMIT = 253;

    private Texts() {}

    static void requireCode(String code) {
        require(CODE.matcher(code).matches(), RegistryProblem.CODE_FORM);
    }

    static void requireName(String name) {
        require(isName(name), RegistryProblem.NAME_LENGTH, NAME_LIMIT);
    }

    static void requireCountry(String country) {
        require(COUNTRY.matcher(country).matches(), RegistryProblem.COUNTRY_FORM);
    }

    static void requireRegion(@Nullable String region) {
        require(region == null || REGION.matcher(region).matches(), RegistryProblem.REGION_FORM);
    }

    /// A service is known by its name, so no two have the same.
    static void requireServices(List<Provider.Offering> services) {
        var names = new HashSet<String>();
        for (Provider.Offering service : services) {
            int domain = service.domain().length();
            require(
                    isName(service.name()) && domain > 0 && domain <= DOMAIN_LIMIT,
                    RegistryProblem.SERVICE_FORM,
                    NAME_LIMIT,
                    DOMAIN_LIMIT);
            require(names.add(service.name()), RegistryProblem.SERVICE_TWICE);
        }
    }

    private static boolean isName(String name) {
        return !name.isBlank() && name.length() <= NAME_LIMIT;
    }

    private static void require(boolean holds, RegistryProblem problem, Object... limits) {
        if (!holds) {
            throw new ProblemException(problem, limits);
        }
    }
}
