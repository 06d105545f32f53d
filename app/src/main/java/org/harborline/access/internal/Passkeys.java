// SPDX-License-Identifier: Apache-2.0
package org.harborline.access.internal;

import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.harborline.access.PasskeyAnswer;
import org.harborline.access.Session;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.web.webauthn.api.AttestationConveyancePreference;
import org.springframework.security.web.webauthn.api.AuthenticatorAssertionResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorAttestationResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorSelectionCriteria;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredential;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialCreationOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialDescriptor;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialParameters;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRequestOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRpEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.api.ResidentKeyRequirement;
import org.springframework.security.web.webauthn.api.UserVerificationRequirement;
import org.springframework.security.web.webauthn.jackson.WebauthnJacksonModule;
import org.springframework.security.web.webauthn.management.ImmutableRelyingPartyRegistrationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyAuthenticationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyPublicKey;
import org.springframework.security.web.webauthn.management.Webauthn4JRelyingPartyOperations;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// Questions to passkeys and their answers, WebAuthn level 3. The protocol is the library's; ours are the rows, and the
/// rule that the device must know its holder: a passkey that is merely present is no second factor.
@Component
class Passkeys {

    private static final Logger LOG = LoggerFactory.getLogger(Passkeys.class);

    private final SessionTable sessions;
    private final PasskeyRows rows;
    private final Secrets secrets;
    private final Clock clock;
    private final JsonMapper json = JsonMapper.builder()
            .addModule(new WebauthnJacksonModule())
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES) // browsers add members at will
            .build();

    Passkeys(SessionTable sessions, PasskeyRows rows, Secrets secrets, Clock clock) {
        this.sessions = sessions;
        this.rows = rows;
        this.secrets = secrets;
        this.clock = clock;
    }

    /// The question for a new passkey, as JSON for the browser.
    String askNew(Session session, String origin) {
        return json.writeValueAsString(creation(session, origin, newChallenge(session)));
    }

    /// Adds the passkey that answered.
    ///
    /// @return empty when the answer is not to be trusted or the question was already answered
    Optional<Bytes> add(Session session, PasskeyAnswer answer) {
        var challenge = takeChallenge(session);
        if (challenge.isEmpty()) {
            return Optional.empty();
        }
        try {
            var credential = json.readValue(
                    answer.json(), new TypeReference<PublicKeyCredential<AuthenticatorAttestationResponse>>() {});
            var options = creation(session, answer.origin(), challenge.get());
            var added = operations(answer.origin())
                    .registerCredential(new ImmutableRelyingPartyRegistrationRequest(
                            options, new RelyingPartyPublicKey(credential, "passkey")));
            return Optional.of(added.getCredentialId());
        } catch (com.webauthn4j.util.exception.WebAuthnException
                | JacksonException
                | IllegalArgumentException refused) {
            LOG.info("passkey refused at enrolment: {}", refused.getClass().getSimpleName());
            return Optional.empty();
        }
    }

    /// The question for one of the holder's passkeys, as JSON for the browser.
    String ask(Session session, String origin) {
        return json.writeValueAsString(request(session, origin, newChallenge(session)));
    }

    /// Whether a passkey of the session's holder answered the question that was put to this session.
    boolean check(Session session, PasskeyAnswer answer) {
        var challenge = takeChallenge(session);
        if (challenge.isEmpty()) {
            return false;
        }
        try {
            var credential = json.readValue(
                    answer.json(), new TypeReference<PublicKeyCredential<AuthenticatorAssertionResponse>>() {});
            var options = request(session, answer.origin(), challenge.get());
            var user = operations(answer.origin())
                    .authenticate(new RelyingPartyAuthenticationRequest(options, credential));
            return user.getId().equals(PasskeyRows.userId(session.holder()));
        } catch (com.webauthn4j.util.exception.WebAuthnException
                | JacksonException
                | IllegalArgumentException refused) {
            LOG.info("passkey refused at sign-in: {}", refused.getClass().getSimpleName());
            return false;
        }
    }

    private Bytes newChallenge(Session session) {
        var challenge = new Bytes(secrets.bytes(32));
        sessions.ask(
                session.id(), challenge.toBase64UrlString(), clock.instant().plus(SessionLimit.CHALLENGE.length()));
        return challenge;
    }

    private Optional<Bytes> takeChallenge(Session session) {
        return sessions.takeQuestion(session.id(), clock.instant()).map(Bytes::fromBase64);
    }

    private PublicKeyCredentialCreationOptions creation(Session session, String origin, Bytes challenge) {
        return PublicKeyCredentialCreationOptions.builder()
                .rp(party(origin))
                .user(user(session))
                .challenge(challenge)
                .attestation(AttestationConveyancePreference.NONE)
                .pubKeyCredParams(
                        PublicKeyCredentialParameters.EdDSA,
                        PublicKeyCredentialParameters.ES256,
                        PublicKeyCredentialParameters.RS256)
                .authenticatorSelection(AuthenticatorSelectionCriteria.builder()
                        .userVerification(UserVerificationRequirement.REQUIRED)
                        .residentKey(ResidentKeyRequirement.DISCOURAGED)
                        .build())
                .timeout(SessionLimit.CHALLENGE.length())
                .excludeCredentials(known(session))
                .build();
    }

    private PublicKeyCredentialRequestOptions request(Session session, String origin, Bytes challenge) {
        return PublicKeyCredentialRequestOptions.builder()
                .rpId(party(origin).getId())
                .challenge(challenge)
                .allowCredentials(known(session))
                .userVerification(UserVerificationRequirement.REQUIRED)
                .timeout(SessionLimit.CHALLENGE.length())
                .build();
    }

    private List<PublicKeyCredentialDescriptor> known(Session session) {
        return rows.findByUserId(PasskeyRows.userId(session.holder())).stream()
                .map(record -> PublicKeyCredentialDescriptor.builder()
                        .id(record.getCredentialId())
                        // none known; browsers refuse a question that says null instead, and the library fails on it
                        .transports(Set.of())
                        .build())
                .toList();
    }

    private PublicKeyCredentialUserEntity user(Session session) {
        // What the device shows beside the key. An opaque id would be safer on paper and would make people pick the
        // wrong key.
        var name = rows.signInName(session.holder());
        return ImmutablePublicKeyCredentialUserEntity.builder()
                .id(PasskeyRows.userId(session.holder()))
                .name(name)
                .displayName(name)
                .build();
    }

    private Webauthn4JRelyingPartyOperations operations(String origin) {
        return new Webauthn4JRelyingPartyOperations(rows, rows, party(origin), Set.of(origin));
    }

    private static PublicKeyCredentialRpEntity party(String origin) {
        return PublicKeyCredentialRpEntity.builder()
                .id(URI.create(origin).getHost())
                .name("Harborline")
                .build();
    }
}
