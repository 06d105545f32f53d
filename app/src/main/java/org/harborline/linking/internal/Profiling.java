// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.harborline.intake.ReceivedReport;
import org.harborline.intake.ReportNumber;
import org.harborline.linking.internal.likeness.Person;
import org.harborline.vault.BlindKey;
import org.harborline.vault.Vault;
import org.springframework.stereotype.Component;

/// Makes the blind keys by which descriptions of persons are found that may be of one person.
@Component
class Profiling {

    /// A description with more keys than this has many values in many fields; the first keys find it.
    static final int MOST_KEYS = 150;

    private final Profiles profiles;
    private final ProfileTable table;
    private final LikenessModels models;
    private final Vault vault;
    private final SuggestionTable suggestions;

    Profiling(Profiles profiles, ProfileTable table, LikenessModels models, Vault vault, SuggestionTable suggestions) {
        this.profiles = profiles;
        this.table = table;
        this.models = models;
        this.vault = vault;
        this.suggestions = suggestions;
    }

    /// The keys of what was filed, by the rules of the model in force.
    List<ProfileTable.Key> keys(Collection<ReceivedReport> reports, Map<ReportNumber, Origin> from) {
        List<Profile> all = profiles.of(reports, from);
        if (all.isEmpty()) {
            return List.of();
        }
        List<BlockingRule> rules = models.inForce().rules();
        var keys = new ArrayList<ProfileTable.Key>();
        all.forEach(profile -> keys.addAll(keys(profile, rules)));
        return keys;
    }

    private List<ProfileTable.Key> keys(Profile profile, List<BlockingRule> rules) {
        Person person = profile.person();
        return rules.stream()
                .flatMap(rule -> rule.keysOf(person).stream().sorted().map(key -> {
                    BlindKey blind = vault.blind(rule.space(), key);
                    return new ProfileTable.Key(blind.value(), blind.version(), profile.place(), rule);
                }))
                .limit(MOST_KEYS)
                .toList();
    }

    /// For each key of a description the forms under which another may hold it, one for each live version.
    static List<List<UUID>> probes(Person person, List<BlockingRule> rules, Vault vault) {
        return rules.stream()
                .flatMap(rule -> rule.keysOf(person).stream()
                        .sorted()
                        .map(key -> vault.probes(rule.space(), key).stream()
                                .map(BlindKey::value)
                                .toList()))
                .limit(MOST_KEYS)
                .toList();
    }

    void store(List<ProfileTable.Key> keys) {
        table.insertAll(keys);
    }

    /// Puts keys of the newest version in the place of those that reports have.
    void renew(Collection<ReportNumber> reports, Collection<ReceivedReport> received, Map<ReportNumber, Origin> from) {
        table.deleteKeys(reports);
        table.insertAll(keys(received, from));
    }

    /// Drops what an erased report leaves.
    void forget(ReportNumber report) {
        table.delete(report);
        suggestions.delete(report);
    }
}
