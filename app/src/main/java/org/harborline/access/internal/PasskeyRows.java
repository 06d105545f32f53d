// SPDX-License-Identifier: Apache-2.0
package org.harborline.access.internal;

import java.nio.ByteBuffer;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.harborline.access.HolderId;
import org.harborline.platform.Ids;
import org.harborline.platform.PlatformProblem;
import org.harborline.platform.ProblemException;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutableCredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCose;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialType;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.management.PublicKeyCredentialUserEntityRepository;
import org.springframework.security.web.webauthn.management.UserCredentialRepository;
import org.springframework.stereotype.Component;

/// Shows our factors to the WebAuthn library in the form it asks for. The user of a credential is the holder id.
@Component
class PasskeyRows implements UserCredentialRepository, PublicKeyCredentialUserEntityRepository {

    private final FactorTable factors;
    private final AccountTable accounts;
    private final AccountSeals seals;
    private final Clock clock;

    PasskeyRows(FactorTable factors, AccountTable accounts, AccountSeals seals, Clock clock) {
        this.factors = factors;
        this.accounts = accounts;
        this.seals = seals;
        this.clock = clock;
    }

    static Bytes userId(HolderId holder) {
        return new Bytes(ByteBuffer.allocate(16)
                .putLong(holder.value().getMostSignificantBits())
                .putLong(holder.value().getLeastSignificantBits())
                .array());
    }

    private static HolderId holder(Bytes userId) {
        var buffer = ByteBuffer.wrap(userId.getBytes());
        return new HolderId(new UUID(buffer.getLong(), buffer.getLong()));
    }

    String signInName(HolderId holder) {
        return accounts.find(holder)
                .map(row -> seals.openText(AccountSeals.Field.SIGN_IN_NAME, holder, row.sealedName()))
                .orElseThrow(() -> new ProblemException(PlatformProblem.NOT_FOUND));
    }

    @Override
    public void save(CredentialRecord record) {
        var attestation = record.getAttestationObject();
        if (attestation == null) {
            throw new IllegalArgumentException("a passkey comes with its attestation object");
        }
        var passkey = new FactorTable.Passkey(
                Ids.next(),
                holder(record.getUserEntityUserId()),
                record.getCredentialId().toBase64UrlString(),
                attestation.toBase64UrlString(),
                record.getSignatureCount(),
                record.isBackupState());
        if (factors.passkey(passkey.credentialId()).isPresent()) {
            factors.usedPasskey(passkey.credentialId(), passkey.signCount(), passkey.backedUp(), clock.instant());
        } else {
            factors.insertPasskey(passkey, clock.instant());
        }
    }

    @Override
    public @Nullable CredentialRecord findByCredentialId(Bytes credentialId) {
        return factors.passkey(credentialId.toBase64UrlString())
                .map(this::record)
                .orElse(null);
    }

    @Override
    public List<CredentialRecord> findByUserId(Bytes userId) {
        return factors.passkeys(holder(userId)).stream().map(this::record).toList();
    }

    private CredentialRecord record(FactorTable.Passkey passkey) {
        return ImmutableCredentialRecord.builder()
                .credentialType(PublicKeyCredentialType.PUBLIC_KEY)
                .credentialId(Bytes.fromBase64(passkey.credentialId()))
                .userEntityUserId(userId(passkey.holder()))
                // The library takes the key from the attestation object; this member must be there and is not read.
                .publicKey(ImmutablePublicKeyCose.fromBase64(passkey.attestation()))
                .attestationObject(Bytes.fromBase64(passkey.attestation()))
                .signatureCount(passkey.signCount())
                .backupState(passkey.backedUp())
                // not kept; without a set the library fails when it checks an answer
                .transports(Set.of())
                .build();
    }

    @Override
    public @Nullable PublicKeyCredentialUserEntity findById(Bytes userId) {
        return ImmutablePublicKeyCredentialUserEntity.builder()
                .id(userId)
                .name(holder(userId).toString())
                .displayName(holder(userId).toString())
                .build();
    }

    @Override
    public @Nullable PublicKeyCredentialUserEntity findByUsername(String name) {
        return Holders.parse(name).map(holder -> findById(userId(holder))).orElse(null);
    }

    @Override
    public void save(PublicKeyCredentialUserEntity user) {
        throw new UnsupportedOperationException("holders are made with their account");
    }

    @Override
    public void delete(Bytes id) {
        throw new UnsupportedOperationException("factors are removed by their holder, through the factors desk");
    }
}
