// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking.internal;

import com.ibm.icu.text.Normalizer2;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.harborline.registry.Provider;

/// The registered services of one provider, by everything people write for them: the name, with or without spaces and
/// signs, and the domain.
final class Services {

    static final Services NONE = new Services(List.of());

    private static final Normalizer2 FOLD = Normalizer2.getNFKCCasefoldInstance();

    private final Set<String> own = new HashSet<>();
    private final Map<String, String> byAlias = new HashMap<>();

    private Services(List<Provider.Offering> offerings) {
        for (Provider.Offering one : offerings) {
            own.add(alias(one.name()));
            own.add(alias(one.domain()));
        }
        // One service needs no telling apart, whatever it is called.
        if (offerings.size() > 1) {
            for (Provider.Offering one : offerings) {
                byAlias.put(alias(one.name()), alias(one.name()));
                byAlias.putIfAbsent(alias(one.domain()), alias(one.name()));
            }
        }
    }

    static Services of(Provider provider) {
        var services = new Services(provider.services());
        services.own.add(alias(provider.name()));
        services.own.add(alias(provider.code()));
        return services;
    }

    /// Whether a text names the provider or one of its services.
    boolean knows(String text) {
        return own.contains(alias(text));
    }

    /// The service that a text names; empty when the provider has one only, or none of that name.
    Optional<String> named(String text) {
        return Optional.ofNullable(byAlias.get(alias(text)));
    }

    private static String alias(String text) {
        return FOLD.normalize(text).replaceAll("[^\\p{L}\\p{N}]", "");
    }
}
