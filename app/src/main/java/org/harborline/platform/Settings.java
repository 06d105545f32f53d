// SPDX-License-Identifier: Apache-2.0
package org.harborline.platform;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// What an operator can set, all under `harborline.` or as `HARBORLINE_…` in the environment. Explained in
/// `docs/operations/install.md`.
///
/// @param mode set by the command: `run` is production, `demo` is a sandbox
/// @param data where files are kept
/// @param database an external server; the embedded one is used without
/// @param keys how the keyset is opened
/// @param outbound hosts that may be called; nothing else can be
/// @param publicUrl address under which people reach this server, for links in mails
/// @param command set for one command of `./harborline`: it attaches to an installation and never makes one
@ConfigurationProperties("harborline")
public record Settings(
        @DefaultValue("production") Mode mode,
        @DefaultValue("data") Path data,
        @DefaultValue Database database,
        @DefaultValue Keys keys,
        @DefaultValue Outbound outbound,
        @DefaultValue("http://localhost:8080") URI publicUrl,
        @DefaultValue("false") boolean command) {

    /// An external PostgreSQL 18.
    ///
    /// @param url JDBC address of an existing, empty database
    /// @param user a role that may create roles and schemas there; used for migrations only
    /// @param password of that role
    public record Database(
            @Nullable String url,
            @Nullable String user,
            @Nullable String password) {}

    /// How the keyset is opened.
    ///
    /// @param passphraseFile first line is the passphrase of the key file; without it the file itself is the secret
    /// @param patience how long a rotation waits for the running servers to load new keys
    public record Keys(
            @Nullable Path passphraseFile,
            @DefaultValue("2m") Duration patience) {}

    /// What may leave this machine.
    ///
    /// @param hosts names that webhooks may go to
    /// @param mailFrom sender of mails; without it no mail is sent and pages say so
    /// @param timeout for one call
    public record Outbound(
            @DefaultValue List<String> hosts,
            @Nullable String mailFrom,
            @DefaultValue("10s") Duration timeout) {}
}
