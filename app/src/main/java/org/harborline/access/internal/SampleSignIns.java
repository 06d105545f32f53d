// SPDX-License-Identifier: Apache-2.0
package org.harborline.access.internal;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.harborline.access.NewAccount;
import org.harborline.access.PartyDirectory;
import org.harborline.access.Role;
import org.harborline.platform.Actor;
import org.harborline.platform.Mode;
import org.harborline.platform.ReadyNote;
import org.harborline.platform.Traces;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/// A sign-in a role in a sandbox, each with its name as password, and the lines that say so. Made beside the start,
/// because hashing ten passwords takes a second that nobody needs to wait for. Never in production, where such
/// passwords are refused.
@Component
class SampleSignIns implements SmartLifecycle, ReadyNote {

    private static final Logger LOG = LoggerFactory.getLogger(SampleSignIns.class);
    private static final Actor SELF = Actor.system("sample-sign-ins");
    private static final String OFFICER = "agency";
    private static final String COMPANY = "demo-provider";
    private static final Map<String, Role> STAFF = Map.of(
            "admin", Role.ADMINISTRATOR,
            "analyst", Role.ANALYST,
            "analyst2", Role.ANALYST,
            "supervisor", Role.SUPERVISOR,
            "victims", Role.VICTIM_SPECIALIST,
            "support", Role.SUPPORT_COORDINATOR,
            "volunteer", Role.VOLUNTEER,
            "data", Role.DATA_STAFF);

    private final Onboarding onboarding;
    private final Credentials credentials;
    private final ObjectProvider<PartyDirectory> directory;
    private final boolean wanted;
    private volatile @Nullable CompletableFuture<Void> made;

    /// @param wanted false for a sandbox that others can reach: everybody knows these passwords
    SampleSignIns(
            Onboarding onboarding,
            Credentials credentials,
            ObjectProvider<PartyDirectory> directory,
            Mode mode,
            @Value("${harborline.access.sample-sign-ins:true}") boolean wanted) {
        this.onboarding = onboarding;
        this.credentials = credentials;
        this.directory = directory;
        this.wanted = wanted && mode == Mode.SANDBOX;
    }

    @Override
    public void start() {
        if (wanted) {
            made = CompletableFuture.runAsync(
                    this::make,
                    task -> Thread.ofVirtual().name("sample-sign-ins").start(task));
        }
    }

    private void make() {
        STAFF.forEach((name, role) -> make(new NewAccount(name, capitalised(name), Set.of(role), null)));
        directory.ifAvailable(known -> {
            var parties = known.parties(SELF);
            parties.stream()
                    .filter(party -> party.ref().kind().equals("agency"))
                    .findFirst()
                    .ifPresent(party -> make(
                            new NewAccount(OFFICER, capitalised(OFFICER), Set.of(Role.AGENCY_OFFICER), party.ref())));
            parties.stream()
                    .filter(party -> party.code().equals(COMPANY))
                    .findFirst()
                    .ifPresent(party -> make(
                            new NewAccount(COMPANY, party.name(), Set.of(Role.PROVIDER_ADMINISTRATOR), party.ref())));
        });
    }

    private void make(NewAccount account) {
        if (!credentials.exists(account.signInName())) {
            onboarding.create(SELF, account, account.signInName());
        }
    }

    private static String capitalised(String name) {
        return Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }

    @Override
    public List<String> lines() {
        var running = made;
        if (running == null) {
            return List.of();
        }
        running.join();
        return List.of(Stream.concat(STAFF.keySet().stream().sorted(), Stream.of(OFFICER, COMPANY))
                .collect(Collectors.joining(", ", "sign in as ", " (password = name)")));
    }

    @Override
    public void stop() {
        var running = made;
        if (running != null) {
            running.exceptionally(failure -> {
                        LOG.warn("sample sign-ins were not all made: {}", Traces.of(failure));
                        return null;
                    })
                    .join();
            made = null;
        }
    }

    @Override
    public boolean isRunning() {
        return made != null;
    }

    /// After the sample registry, which is in the first phase, and before the web server.
    @Override
    public int getPhase() {
        return 1;
    }
}
