// SPDX-License-Identifier: Apache-2.0
package org.harborline.registry.internal;

import com.google.crypto.tink.PublicKeyVerify;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.signature.SignatureConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import org.harborline.platform.Keyset;
import org.harborline.platform.Mode;
import org.harborline.platform.StartRefused;
import org.harborline.registry.internal.TrustedSandbox.ConformanceSettings;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

/// Whose certificates of conformance are believed: those of the sandbox whose public key the operator gave, and in a
/// sandbox its own.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ConformanceSettings.class)
class TrustedSandbox {

    /// What the operator sets.
    ///
    /// @param key file with the public key of the operator's sandbox, as that publishes it beside its data
    @ConfigurationProperties("harborline.conformance")
    record ConformanceSettings(@Nullable Path key) {}

    private final ConformanceSettings settings;
    private final Keyset keyset;
    private final Mode mode;

    /// @throws StartRefused when there is no key where the operator said
    TrustedSandbox(ConformanceSettings settings, Keyset keyset, Mode mode) {
        this.settings = settings;
        this.keyset = keyset;
        this.mode = mode;
        if (settings.key() != null) {
            var _ = read(settings.key());
        }
    }

    List<PublicKeyVerify> keys() {
        var all = new ArrayList<PublicKeyVerify>();
        if (settings.key() != null) {
            all.add(read(settings.key()));
        }
        if (mode == Mode.SANDBOX) {
            all.add(keyset.verifier());
        }
        return all;
    }

    private static PublicKeyVerify read(Path file) {
        try {
            SignatureConfig.register();
            return TinkJsonProtoKeysetFormat.parseKeysetWithoutSecret(
                            Files.readString(file), RegistryConfiguration.get())
                    .getPrimitive(RegistryConfiguration.get(), PublicKeyVerify.class);
        } catch (IOException | GeneralSecurityException unreadable) {
            throw new StartRefused(
                    "There is no public key in the file that harborline.conformance.key names; copy the one"
                            + " that the sandbox publishes beside its data.");
        }
    }
}
