// SPDX-License-Identifier: Apache-2.0
package org.harborline.journal.internal;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.harborline.journal.Entry;
import org.harborline.journal.Fact;
import org.harborline.journal.FactType;
import org.springframework.stereotype.Component;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// Turns facts into stored text and back, by their permanent names.
@Component
class FactCatalogue {

    private static final ClassValue<FactType> NAMES = new ClassValue<>() {
        @Override
        protected FactType computeValue(Class<?> fact) {
            FactType name = fact.getAnnotation(FactType.class);
            if (name == null || !name.value().matches("[a-z]+\\.[a-z-]+")) {
                throw new IllegalStateException(fact.getName() + " needs @FactType(\"module.what-happened\")");
            }
            return name;
        }
    };

    private final JsonMapper json;

    FactCatalogue(JsonMapper json) {
        // An older version may have had a component that is gone.
        this.json = json.rebuild()
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build();
    }

    static FactType name(Class<? extends Fact> fact) {
        return NAMES.get(fact);
    }

    static Map<String, Class<? extends Fact>> byName(Set<Class<? extends Fact>> facts) {
        var byName = new HashMap<String, Class<? extends Fact>>();
        facts.forEach(fact -> byName.put(name(fact).value(), fact));
        return Map.copyOf(byName);
    }

    String body(Fact fact) {
        return json.writeValueAsString(fact);
    }

    <F extends Fact> F read(Entry entry, Class<F> type) {
        return json.readValue(entry.body(), type);
    }
}
