// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking.internal;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.harborline.intake.ReceivedReport;
import org.harborline.intake.ReportNumber;
import org.harborline.linking.Sender;
import org.harborline.platform.Actor;
import org.harborline.registry.Organisations;
import org.harborline.registry.Provider;
import org.harborline.registry.ProviderId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Reads the services of senders in the registry.
@Component
class Origins {

    private static final Actor SELF = Actor.system("linking");

    private final Organisations registry;

    Origins(Organisations registry) {
        this.registry = registry;
    }

    Origin of(ReceivedReport report) {
        return of(report.provider(), report.service()).at(report.incidentTime().instant());
    }

    Origin of(UUID provider, @Nullable String service) {
        return new Origin(provider, service, services(List.of(provider)).getOrDefault(provider, Services.NONE));
    }

    /// Where each report comes from, with as many questions to the registry as for one.
    Map<ReportNumber, Origin> ofAll(Collection<ReceivedReport> reports) {
        Map<UUID, Services> services = services(
                reports.stream().map(ReceivedReport::provider).distinct().toList());
        var origins = new HashMap<ReportNumber, Origin>();
        reports.forEach(report -> origins.put(
                report.number(),
                new Origin(
                        report.provider(),
                        report.service(),
                        services.getOrDefault(report.provider(), Services.NONE),
                        report.incidentTime().instant())));
        return origins;
    }

    /// All providers, by name.
    List<Sender> senders() {
        return registry.listProviders(SELF).stream()
                .map(provider -> new Sender(
                        provider.id().value(),
                        provider.name(),
                        provider.services().stream()
                                .map(Provider.Offering::name)
                                .toList()))
                .sorted(Comparator.comparing(Sender::name))
                .toList();
    }

    private Map<UUID, Services> services(Collection<UUID> providers) {
        var services = new HashMap<UUID, Services>();
        registry.findProviders(SELF, providers.stream().map(ProviderId::new).toList())
                .forEach((id, provider) -> services.put(id.value(), Services.of(provider)));
        return services;
    }
}
