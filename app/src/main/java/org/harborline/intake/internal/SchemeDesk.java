// SPDX-License-Identifier: Apache-2.0
package org.harborline.intake.internal;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.harborline.intake.Scheme;
import org.harborline.intake.Schemes;
import org.harborline.intake.facts.SchemeChanged;
import org.harborline.platform.Actor;
import org.harborline.platform.Ids;
import org.harborline.platform.Permission;
import org.harborline.platform.PlatformProblem;
import org.harborline.platform.ProblemException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Knows the scheme. Every report asks for it, so it is read again only after some seconds; a change made at another
/// node is known here by then.
@Component
class SchemeDesk implements Schemes {

    private static final Duration KNOWN_FOR = Duration.ofSeconds(10);
    private static final int LONGEST = 500;

    private final SchemeTable table;
    private final Writing writing;
    private final AtomicReference<@Nullable Known> known = new AtomicReference<>();

    SchemeDesk(SchemeTable table, Writing writing) {
        this.table = table;
        this.writing = writing;
    }

    private record Known(Scheme scheme, Instant at) {}

    Scheme now() {
        Instant now = writing.clock().instant();
        Known last = known.get();
        if (last == null || !last.at().plus(KNOWN_FOR).isAfter(now) || last.at().isAfter(now)) {
            last = new Known(table.newest().orElse(Scheme.BROUGHT), now);
            known.set(last);
        }
        return last.scheme();
    }

    @Override
    public Scheme current(Actor actor) {
        return now();
    }

    @Override
    public void put(Actor actor, Scheme scheme) {
        actor.require(Permission.OPERATE);
        LocalDate today = LocalDate.ofInstant(writing.clock().instant(), ZoneOffset.UTC);
        LocalDate due = scheme.reviewDue();
        if (!isWhole(scheme) || due == null || !due.isAfter(today)) {
            throw new ProblemException(PlatformProblem.INVALID_INPUT);
        }
        UUID id = Ids.next();
        writing.transactions().run(() -> {
            table.insert(id, scheme, actor.id(), writing.clock().instant());
            writing.journal().record(actor, new SchemeChanged(id, scheme.preservationDays(), scheme.referenceDays()));
        });
        known.set(null);
    }

    private static boolean isWhole(Scheme scheme) {
        return !scheme.legalEffect().isBlank()
                && scheme.legalEffect().length() <= LONGEST
                && scheme.recipient().length() <= LONGEST
                && isTime(scheme.preservationDays())
                && isTime(scheme.referenceDays());
    }

    private static boolean isTime(int days) {
        return days >= 1 && days <= Scheme.MOST_DAYS;
    }
}
