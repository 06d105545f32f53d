// SPDX-License-Identifier: Apache-2.0
package org.harborline.vault.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.harborline.journal.Entry;
import org.harborline.journal.Journal;
import org.harborline.platform.Actor;
import org.harborline.platform.ActorKind;
import org.harborline.platform.Code;
import org.harborline.platform.Permission;
import org.harborline.platform.PlatformProblem;
import org.harborline.platform.ProblemException;
import org.harborline.platform.Purpose;
import org.harborline.platform.RecordRef;
import org.harborline.platform.Sql;
import org.harborline.platform.Transactions;
import org.harborline.platform.testing.Eventually;
import org.harborline.vault.Compartment;
import org.harborline.vault.FieldId;
import org.harborline.vault.RecordKey;
import org.harborline.vault.SealedText;
import org.harborline.vault.Vault;
import org.harborline.vault.VaultProblem;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

@SpringBootTest
class VaultDeskTests {

    private static final Actor SYSTEM = Actor.system("vault-tests");
    private static final FieldId NOTE = new FieldId("test.note");
    private static final String CLEAR = "[synthetic narrative 17]";

    @Autowired
    Vault vault;

    @Autowired
    Transactions transactions;

    @Autowired
    Journal journal;

    @Autowired
    Sql sql;

    private static RecordRef record() {
        return RecordRef.of("note", UUID.randomUUID());
    }

    private static Actor analyst(Permission... permissions) {
        return new Actor("analyst-1", ActorKind.STAFF, Set.of(permissions), null, null);
    }

    private RecordKey created(RecordRef record) {
        return transactions.write(() -> vault.create(SYSTEM, record, Compartment.REPORT));
    }

    @Test
    void opensWhatItSealed() {
        RecordRef record = record();
        SealedText sealed = created(record).seal(NOTE, "-", CLEAR);

        assertThat(sealed.base64()).doesNotContain("synthetic");
        RecordKey again = vault.open(SYSTEM, record, Compartment.REPORT).orElseThrow();
        assertThat(again.open(NOTE, "-", sealed)).isEqualTo(CLEAR);
    }

    @Test
    void aSealMovedToAnotherFieldRowOrRecordDoesNotOpen() {
        RecordKey key = created(record());
        RecordKey other = created(record());
        SealedText sealed = key.seal(NOTE, "1", CLEAR);

        assertThatIllegalStateException().isThrownBy(() -> key.open(new FieldId("test.other"), "1", sealed));
        assertThatIllegalStateException().isThrownBy(() -> key.open(NOTE, "2", sealed));
        assertThatIllegalStateException()
                .isThrownBy(() -> other.open(NOTE, "1", sealed))
                .withMessageNotContaining(CLEAR);
        assertThatIllegalStateException()
                .isThrownBy(() -> key.open(
                        NOTE, "1", new SealedText("AAAA" + sealed.base64().substring(4))));
    }

    @Test
    void aWrappedKeyMovedToAnotherRecordDoesNotOpen() {
        RecordRef record = record();
        RecordRef victim = record();
        created(record);
        created(victim);
        sql.of("""
                UPDATE vault.record_key AS moved
                   SET wrapped_key = origin.wrapped_key
                  FROM vault.record_key AS origin
                 WHERE origin.record_id = :from
                   AND moved.record_id = :to
                """).param("from", record.id()).param("to", victim.id()).update();
        assertThatIllegalStateException().isThrownBy(() -> vault.open(SYSTEM, victim, Compartment.REPORT));
    }

    @Test
    void anotherCompartmentHasNoKey() {
        RecordRef record = record();
        created(record);
        assertThat(vault.open(SYSTEM, record, Compartment.REPORTER)).isEmpty();
    }

    @Test
    void aPersonOpensWithAPurposeOnlyAndItIsJournalled() {
        RecordRef record = record();
        created(record);
        Actor analyst = analyst(Permission.REPORT_READ);
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> vault.open(analyst, record, Compartment.REPORT))
                .satisfies(refusal -> assertThat(refusal.type()).isEqualTo(PlatformProblem.PURPOSE_NEEDED));

        assertThat(vault.open(analyst.with(Purpose.TRIAGE), record, Compartment.REPORT))
                .isPresent();
        Eventually.holds(() -> {
            List<Entry> entries = journal.of(SYSTEM, record, 0, 10);
            assertThat(entries).singleElement().satisfies(entry -> {
                assertThat(entry.type()).isEqualTo("vault.record-opened");
                assertThat(entry.actor()).isEqualTo("analyst-1");
                assertThat(entry.purpose()).isEqualTo("TRIAGE");
            });
        });
    }

    @Test
    void equalTextsHaveEqualBlindKeysInOneSpaceOnly() {
        assertThat(vault.blind("email/reported", "a@mail.example"))
                .isEqualTo(vault.blind("email/reported", "a@mail.example"));
        assertThat(vault.blind("email/reported", "a@mail.example"))
                .isNotEqualTo(vault.blind("email/victim", "a@mail.example"));
        assertThat(vault.blind("email/reported", "a@mail.example"))
                .isNotEqualTo(vault.blind("email/reported", "b@mail.example"));
        assertThat(vault.probes("email/reported", "a@mail.example"))
                .contains(vault.blind("email/reported", "a@mail.example"));
    }

    @Test
    void holdsAndReleasesOnceWithPermissionOnly() {
        RecordRef record = record();
        Code reason = Code.of("court-order");
        Actor supervisor = analyst(Permission.HOLD_PLACE, Permission.REPORT_READ);
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> vault.hold(analyst(Permission.REPORT_READ), record, reason))
                .satisfies(refusal -> assertThat(refusal.type()).isEqualTo(PlatformProblem.NOT_FOUND));

        vault.hold(supervisor, record, reason);
        assertThat(vault.heldSince(supervisor, record)).isPresent();
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> vault.hold(supervisor, record, reason))
                .satisfies(refusal -> assertThat(refusal.type()).isEqualTo(VaultProblem.ALREADY_HELD));
        vault.release(supervisor, record, reason);
        assertThat(vault.heldSince(supervisor, record)).isEmpty();
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> vault.release(supervisor, record, reason))
                .satisfies(refusal -> assertThat(refusal.type()).isEqualTo(VaultProblem.NOT_HELD));
    }
}
