// SPDX-License-Identifier: Apache-2.0
package org.harborline.registry.internal;

import java.util.List;
import java.util.UUID;
import org.harborline.platform.Actor;
import org.harborline.platform.PlatformProblem;
import org.harborline.platform.ProblemException;
import org.harborline.registry.Application;
import org.harborline.vault.Compartment;
import org.harborline.vault.FieldId;
import org.harborline.vault.RecordKey;
import org.harborline.vault.SealedText;
import org.harborline.vault.Vault;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Seals applications and makes their links. All of it inside a transaction of the caller.
@Component
class ApplicantForms {

    private static final FieldId FORM = new FieldId("registry.application");
    private static final String ONLY = "-";
    private static final Actor SELF = Actor.system("registry");

    private final Vault vault;
    private final JsonMapper json;
    private final Secrets secrets;
    private final ApplicantTable table;

    ApplicantForms(Vault vault, JsonMapper json, Secrets secrets, ApplicantTable table) {
        this.vault = vault;
        this.json = json;
        this.secrets = secrets;
        this.table = table;
    }

    SealedText seal(UUID id, Application application) {
        return vault.create(SELF, RegistrationDesk.record(id), Compartment.CONTACT)
                .seal(FORM, ONLY, json.writeValueAsString(application));
    }

    Application open(UUID id, SealedText form) {
        return open(SELF, id, form);
    }

    /// When a person opens it, that is journalled.
    Application open(Actor actor, UUID id, SealedText form) {
        RecordKey key = vault.open(actor, RegistrationDesk.record(id), Compartment.CONTACT)
                .orElseThrow(() -> new ProblemException(PlatformProblem.NOT_FOUND));
        return json.readValue(key.open(FORM, ONLY, form), Application.class);
    }

    void destroy(List<UUID> ids) {
        vault.destroy(SELF, ids.stream().map(RegistrationDesk::record).toList());
    }

    /// A link that replaces every earlier one. Its secret is stored as a hash only.
    ///
    /// @return its path
    String link(UUID id) {
        String secret = secrets.newLink();
        if (!table.link(id, secrets.hash(secret))) {
            throw new ProblemException(PlatformProblem.NOT_FOUND);
        }
        return RegistrationDesk.PATH + secret;
    }

    String hash(String secret) {
        return secrets.hash(secret);
    }
}
