// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking.internal;

import org.springframework.stereotype.Component;

/// The tables that links are made of and read from.
@Component
record LinkTables(
        SightingTable sightings,
        ReasonTable reasons,
        HubTable hubs,
        CompanionTable companions,
        CutTable cuts,
        ContradictionTable contradictions,
        StatementTable statements,
        GrowthTable growth) {}
