// SPDX-License-Identifier: Apache-2.0
package org.harborline.registry;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/// Names one service of a company where no text may stand. It follows from the company and the name of the service, so
/// a service under another name is another service.
public record ServiceId(UUID value) {

    public static ServiceId of(ProviderId provider, String name) {
        return new ServiceId(UUID.nameUUIDFromBytes((provider.value() + "/" + name).getBytes(StandardCharsets.UTF_8)));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
