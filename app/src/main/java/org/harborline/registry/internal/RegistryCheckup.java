// SPDX-License-Identifier: Apache-2.0
package org.harborline.registry.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.harborline.platform.Actor;
import org.harborline.platform.Checkup;
import org.harborline.platform.Checkup.Answer;
import org.harborline.platform.Mode;
import org.harborline.platform.Sql;
import org.harborline.registry.Attention;
import org.harborline.registry.ContactPoint;
import org.harborline.registry.Organisations;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Whether reports can be sent anywhere, whether somebody still vouches for it, whether companies can be reached, and
/// whether addresses have a place.
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "harborline.command", havingValue = "true")
class RegistryCheckup {

    private static final Actor SELF = Actor.system("doctor");

    /// Hosts and areas of agencies change about once a year.
    private static final int MONTHS = 12;

    @Bean
    Checkup coverageCheckup(ObjectProvider<Sql> sql, Clock clock) {
        return new Checkup(130, "coverage", () -> {
            LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
            long stale = sql.getObject()
                    .of("""
                            SELECT count(*)
                              FROM registry.coverage
                             WHERE verified_on < :oldest
                               AND effective_from <= :today
                               AND (effective_until IS NULL OR effective_until >= :today)
                            """)
                    .param("oldest", today.minusMonths(MONTHS))
                    .param("today", today)
                    .query(Long.class)
                    .single();
            return stale == 0
                    ? Answer.good("Every coverage entry was verified in the last " + MONTHS + " months.")
                    : Answer.warning(stale + " coverage entries were last verified more than " + MONTHS
                            + " months ago; ask those agencies and confirm the entries on their pages.");
        });
    }

    @Bean
    Checkup agenciesCheckup(ObjectProvider<Organisations> organisations, Clock clock) {
        return new Checkup(132, "agencies", () -> {
            int receivers = organisations
                    .getObject()
                    .receivers(SELF, LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC))
                    .size();
            return receivers > 0
                    ? Answer.good(receivers + " agencies may receive packages.")
                    : Answer.warning("No agency may receive packages, so nothing can be referred; enter one at"
                            + " /registry/agencies and confirm it on its page. Samples receive in a sandbox only.");
        });
    }

    @Bean
    Checkup companiesCheckup(ObjectProvider<AttentionTable> attention, Clock clock) {
        return new Checkup(133, "companies", () -> {
            Attention waiting = attention.getObject().at(clock.instant());
            return companies(waiting.stale().size(), waiting.ending().size());
        });
    }

    static Answer companies(int stale, int ending) {
        return stale == 0 && ending == 0
                ? Answer.good("The contact points and agreements of all companies are current.")
                : Answer.warning(stale + " companies have contact points that nobody checked for "
                        + ContactPoint.STALE_AFTER_DAYS + " days, and " + ending
                        + " have no agreement, or one that has ended or ends within " + Attention.WARN_DAYS
                        + " days; look at /registry/joining.");
    }

    @Bean
    Checkup locationCheckup(ObjectProvider<LocationSettings> settings, Mode mode) {
        return new Checkup(131, "location map", () -> {
            LocationSettings set = settings.getObject();
            if (set.database() != null) {
                return readable(set);
            }
            return mode == Mode.SANDBOX
                    ? Answer.good("The sample map of a sandbox is used.")
                    : Answer.warning("No location map is set, so no network address has a place and routing rests on"
                            + " what senders state; set HARBORLINE_LOCATION_DATABASE.");
        });
    }

    /// A server that cannot read it does not start.
    private static Answer readable(LocationSettings set) {
        try {
            new OperatorMap(set).close();
            return Answer.good("The location map can be read.");
        } catch (IOException | UncheckedIOException unreadable) {
            return Answer.wrong("The location map cannot be read, and the server does not start with it; put a file in"
                    + " MaxMind's format where HARBORLINE_LOCATION_DATABASE says.");
        }
    }
}
