// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking.internal;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.harborline.linking.internal.likeness.Frequencies;
import org.harborline.linking.internal.likeness.LikenessModel;
import org.harborline.linking.internal.likeness.ValueCounts;
import org.harborline.platform.Actor;
import org.harborline.platform.RecordRef;
import org.harborline.platform.Sql;
import org.harborline.vault.Compartment;
import org.harborline.vault.FieldId;
import org.harborline.vault.SealedText;
import org.harborline.vault.Vault;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Models of likeness, each in force until the next. What was learnt holds no value of anybody; how common values are
/// does, and is sealed under a key of its own that ends with the model.
@Component
class LikenessModels {

    /// The model that comes with the release, in force until one was learnt.
    static final int CAUTIOUS = 0;

    private static final Actor SELF = Actor.system("linking");
    private static final FieldId COUNTS = new FieldId("linking.value-counts");
    private static final String ONLY = "-";

    private final Sql sql;
    private final Vault vault;
    private final JsonMapper json;
    private final AtomicReference<@Nullable InForce> known = new AtomicReference<>();

    LikenessModels(Sql sql, Vault vault, JsonMapper json) {
        this.sql = sql;
        this.vault = vault;
        this.json = json;
    }

    /// A model with its number.
    ///
    /// @param learntAt absent for the one of the release
    /// @param profiles from how many descriptions it was learnt
    record InForce(
            int number,
            LikenessModel model,
            Frequencies frequencies,
            @Nullable Instant learntAt,
            int profiles) {

        List<BlockingRule> rules() {
            return BlockingRule.of(model.blocking());
        }
    }

    InForce inForce() {
        int newest = newest();
        InForce last = known.get();
        if (last == null || last.number() != newest) {
            last = newest == CAUTIOUS ? cautious() : read(newest).orElseGet(LikenessModels::cautious);
            known.set(last);
        }
        return last;
    }

    private static InForce cautious() {
        return new InForce(
                CAUTIOUS, LikenessModel.cautious(Profile.FIELDS, BlockingRule.all()), Frequencies.unknown(), null, 0);
    }

    /// Models of other rules of comparing are not used.
    private int newest() {
        return sql.of("SELECT coalesce(max(model), 0) FROM linking.likeness_model WHERE rules = :rules")
                .param("rules", LikenessModel.VERSION)
                .query(Integer.class)
                .single();
    }

    private Optional<InForce> read(int number) {
        return sql.of("""
                SELECT learnt_at, profiles, parameters, sealed_counts
                  FROM linking.likeness_model
                 WHERE model = :model
                """)
                .param("model", number)
                .query((row, _) -> new InForce(
                        number,
                        json.readValue(row.getString("parameters"), LikenessModel.class),
                        counts(number, new SealedText(row.getString("sealed_counts"))),
                        Rows.instant(row, "learnt_at"),
                        row.getInt("profiles")))
                .optional();
    }

    private Frequencies counts(int number, SealedText sealed) {
        return vault.open(SELF, record(number), Compartment.REPORT)
                .<Frequencies>map(key -> json.readValue(key.open(COUNTS, ONLY, sealed), ValueCounts.class))
                .orElseGet(Frequencies::unknown);
    }

    /// Puts a model in force, in the current transaction. The counts of those before are destroyed.
    ///
    /// @return its number
    int put(LikenessModel model, ValueCounts counts, int profiles, Instant at) {
        int number = 1
                + sql.of("SELECT coalesce(max(model), 0) FROM linking.likeness_model")
                        .query(Integer.class)
                        .single();
        SealedText sealed = vault.create(SELF, record(number), Compartment.REPORT)
                .seal(COUNTS, ONLY, json.writeValueAsString(counts));
        sql.of("""
                INSERT INTO linking.likeness_model (model, rules, learnt_at, profiles, parameters, sealed_counts)
                VALUES (:model, :rules, :at, :profiles, :parameters, :counts)
                """)
                .param("model", number)
                .param("rules", model.version())
                .param("at", Rows.time(at))
                .param("profiles", profiles)
                .param("parameters", json.writeValueAsString(model))
                .param("counts", sealed.base64())
                .update();
        if (number > 1) {
            vault.destroy(SELF, List.of(record(number - 1)));
        }
        return number;
    }

    static RecordRef record(int number) {
        return RecordRef.of("likeness-model", number);
    }
}
