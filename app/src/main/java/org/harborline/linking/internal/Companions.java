// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.harborline.intake.ReportNumber;
import org.harborline.linking.Strength;

/// Which other identifiers senders name beside an account's own id, of the same person. Somebody who is reported
/// hundreds of times has a few of them; what a sender's program writes into all of its reports stands beside
/// those of everybody. Only identifiers that one person has few of are counted. How many there are grows with the
/// reports and never falls, so that it is the same in whatever order they arrive.
final class Companions {

    /// Of these rules, as they are today: while keys are made anew an older one is the same identifier once more.
    private static final Map<String, Integer> COUNTED = Stream.of(
                    MatchRule.ACCOUNT,
                    MatchRule.EMAIL_PROVIDER,
                    MatchRule.EMAIL_FOLDED,
                    MatchRule.PHONE,
                    MatchRule.SCREEN_NAME)
            .collect(Collectors.toMap(MatchRule::id, MatchRule::version));

    /// A report that states more tells of many people, and says nothing about one of them.
    private static final int MOST_OF_A_REPORT = 10;

    private final Map<UUID, Set<UUID>> beside;
    private final Map<UUID, Set<UUID>> stored = new HashMap<>();

    private Companions(Map<UUID, Set<UUID>> beside) {
        this.beside = beside;
    }

    /// Nothing is stored.
    static Companions none() {
        return new Companions(new HashMap<>());
    }

    /// What is stored of the accounts that may be in too many reports with this batch; of those that were not
    /// begun, what their reports hold.
    ///
    /// @param limit of an account in fewer reports nothing needs to be known
    static Companions of(LinkTables tables, Collection<Fresh> batch, Map<UUID, Holders> holders, int limit) {
        var reports = new HashMap<UUID, Integer>();
        batch.forEach(fresh -> accounts(fresh).forEach(key -> reports.merge(key, 1, Integer::sum)));
        holders.forEach((key, holding) -> reports.computeIfPresent(key, (_, some) -> some + holding.size()));
        Set<UUID> many = reports.entrySet().stream()
                .filter(one -> one.getValue() > limit)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        var companions = none();
        if (many.isEmpty()) {
            return companions;
        }
        companions.stored.putAll(tables.companions().of(many));
        companions.stored.entrySet().removeIf(one -> !one.getValue().contains(one.getKey()));
        companions.stored.forEach((key, some) -> companions.beside.put(key, new HashSet<>(some)));
        many.removeAll(companions.stored.keySet());
        Set<ReportNumber> unread = many.stream()
                .flatMap(key -> Objects.requireNonNullElseGet(holders.get(key), Holders::new).reports().stream())
                .collect(Collectors.toSet());
        if (!unread.isEmpty()) {
            tables.sightings().ofReports(unread).values().forEach(companions::add);
        }
        return companions;
    }

    private static Set<UUID> accounts(Fresh fresh) {
        return fresh.keys().stream()
                .filter(key -> isAccount(key.sighting()))
                .flatMap(key -> key.own().stream())
                .collect(Collectors.toSet());
    }

    private static boolean isAccount(Sighting sighting) {
        return sighting.strength() == Strength.STRONG && sighting.rule().equals(MatchRule.ACCOUNT.id());
    }

    static boolean isCounted(MatchRule rule) {
        return COUNTED.containsKey(rule.id());
    }

    /// Takes up what one report holds. What staff found is not the word of a sender's program.
    void add(Collection<Sighting> ofReport) {
        List<Sighting> stated = ofReport.stream()
                .filter(one -> one.finding() == null
                        && one.strength() == Strength.STRONG
                        && COUNTED.getOrDefault(one.rule(), 0) == one.ruleVersion())
                .toList();
        stated.stream().filter(Companions::isAccount).forEach(account -> {
            Set<UUID> some = beside.computeIfAbsent(account.blind(), _ -> new HashSet<>());
            Set<UUID> others = stated.stream()
                    .filter(one -> one.role() == account.role() && !one.blind().equals(account.blind()))
                    .map(Sighting::blind)
                    .collect(Collectors.toSet());
            if (others.size() <= MOST_OF_A_REPORT) {
                some.addAll(others);
            }
        });
    }

    /// How many there are beside an account.
    ///
    /// @param forms the account's blind forms
    int count(Collection<UUID> forms) {
        Set<UUID> all = new HashSet<>();
        forms.forEach(form -> all.addAll(beside.getOrDefault(form, Set.of())));
        forms.forEach(all::remove);
        return all.size();
    }

    /// What is to be stored of an account, itself among it.
    List<CompanionTable.Row> news(UUID account) {
        var news = new ArrayList<CompanionTable.Row>();
        Set<UUID> all = new HashSet<>(beside.getOrDefault(account, Set.of()));
        all.add(account);
        all.removeAll(stored.getOrDefault(account, Set.of()));
        all.forEach(one -> news.add(new CompanionTable.Row(account, one)));
        return news;
    }
}
