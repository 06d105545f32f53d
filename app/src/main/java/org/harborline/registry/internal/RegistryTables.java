// SPDX-License-Identifier: Apache-2.0
package org.harborline.registry.internal;

import org.springframework.stereotype.Component;

/// The tables that data files go into, and the spelling of its places.
@Component
record RegistryTables(
        ProviderTable providers,
        AgencyTable agencies,
        CoverageTable coverage,
        DataFileTable files,
        Gazetteer gazetteer) {}
