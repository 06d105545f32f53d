// SPDX-License-Identifier: Apache-2.0
package org.harborline.sandbox.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.harborline.platform.Actor;
import org.harborline.platform.ActorKind;
import org.harborline.platform.Permission;
import org.harborline.platform.ProblemException;
import org.harborline.platform.Purpose;
import org.harborline.registry.Agency;
import org.harborline.registry.AgencyId;
import org.harborline.registry.AgencyKind;
import org.harborline.registry.DeliveryChannel;
import org.harborline.registry.Organisations;
import org.harborline.registry.RegisterAgency;
import org.harborline.registry.RegistryProblem;
import org.harborline.sandbox.Part;
import org.springframework.stereotype.Component;

/// Who plays: one invented agency for each part, entered when it is first needed. It covers nothing, so that routing
/// never proposes it for other reports.
@Component
class Cast {

    static final Actor STAFF = staff("analyst");
    static final Actor SECOND = staff("second");

    static final Actor SELF = Actor.system("sandbox");

    private static final Map<Part, String> NAMES = new EnumMap<>(Map.of(
            Part.ACCEPTS, "SANDBOX agency that accepts",
            Part.ASKS, "SANDBOX agency that asks",
            Part.RETURNS, "SANDBOX agency that returns",
            Part.STAYS_SILENT, "SANDBOX agency that stays silent"));

    private final Organisations organisations;
    private final Clock clock;

    Cast(Organisations organisations, Clock clock) {
        this.organisations = organisations;
        this.clock = clock;
    }

    AgencyId agency(Part part) {
        String code = "sandbox-" + part.name().toLowerCase(Locale.ROOT).replace('_', '-');
        return organisations
                .findAgency(SELF, code)
                .filter(agency -> agency.verification().confirmed())
                .orElseGet(() -> enter(code, part))
                .id();
    }

    /// What was entered and not confirmed, because the server stopped between, is confirmed now.
    private Agency enter(String code, Part part) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        if (organisations.findAgency(SELF, code).isEmpty()) {
            register(code, part, today);
        }
        Agency entered = organisations.findAgency(SELF, code).orElseThrow();
        organisations.verifyAgency(SELF, entered.id(), entered.version(), today);
        return entered;
    }

    private void register(String code, Part part, LocalDate today) {
        try {
            AgencyId _ = organisations.registerAgency(
                    SELF,
                    new RegisterAgency(
                            code,
                            NAMES.getOrDefault(part, code),
                            AgencyKind.LOCAL,
                            "US",
                            null,
                            DeliveryChannel.PORTAL,
                            List.of("en"),
                            Set.of(),
                            today));
        } catch (ProblemException taken) {
            if (taken.type() != RegistryProblem.CODE_TAKEN) {
                throw taken;
            }
        }
    }

    /// Decisions are made by people, so an invented one makes them.
    private static Actor staff(String name) {
        return new Actor(
                "system:sandbox-" + name,
                ActorKind.STAFF,
                Set.of(
                        Permission.REPORT_READ,
                        Permission.REPORT_REVEAL,
                        Permission.WORKLIST_USE,
                        Permission.PRIORITY_DECIDE,
                        Permission.DESIGNATE,
                        Permission.REFER),
                null,
                Purpose.REFERRAL);
    }

    /// The officer of an invented agency.
    static Actor officer(AgencyId agency) {
        return new Actor(
                "system:sandbox-officer",
                ActorKind.AGENCY,
                Set.of(Permission.PACKAGE_READ, Permission.PACKAGE_ANSWER),
                agency.ref(),
                null);
    }
}
