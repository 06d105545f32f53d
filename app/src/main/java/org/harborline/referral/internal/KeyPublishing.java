// SPDX-License-Identifier: Apache-2.0
package org.harborline.referral.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.harborline.platform.DataDirectory;
import org.harborline.platform.Keyset;
import org.harborline.platform.PublishedKey;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/// Puts the installation's public keys, former ones included, beside its data at each start and whenever keys change,
/// so
/// that packages can be checked there without any secret. A command must open nothing it does not need, so only the
/// server does this.
@Component
@ConditionalOnProperty(name = "harborline.command", havingValue = "false", matchIfMissing = true)
class KeyPublishing implements ApplicationRunner {

    private final DataDirectory data;
    private final Keyset keyset;

    KeyPublishing(DataDirectory data, Keyset keyset) {
        this.data = data;
        this.keyset = keyset;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        keyset.whenChanged(this::publish);
        publish();
    }

    private void publish() {
        try {
            PublishedKey.write(PublishedKey.of(data), keyset.publicKey());
        } catch (IOException cannot) {
            throw new UncheckedIOException(cannot);
        }
    }
}
