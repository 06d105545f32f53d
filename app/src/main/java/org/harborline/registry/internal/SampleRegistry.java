// SPDX-License-Identifier: Apache-2.0
package org.harborline.registry.internal;

import org.harborline.platform.Mode;
import org.harborline.platform.StartRefused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/// Fills the registry of a sandbox before the server answers, and keeps a production server from starting on sample
/// data.
@Component
class SampleRegistry implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(SampleRegistry.class);

    private final RegistryLoader loader;
    private final AgencyTable agencies;
    private final Mode mode;
    private volatile boolean running;

    SampleRegistry(RegistryLoader loader, AgencyTable agencies, Mode mode) {
        this.loader = loader;
        this.agencies = agencies;
        this.mode = mode;
    }

    @Override
    public void start() {
        if (mode == Mode.SANDBOX) {
            int loaded = loader.load(RegistryFiles.ofThisRelease());
            LOG.info("Sample registry: {} organisations added", loaded);
        } else if (agencies.anySample()) {
            throw new StartRefused("This registry holds sample data and cannot be used for real reports.");
        }
        running = true;
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /// Before the web server, which starts in one of the last phases.
    @Override
    public int getPhase() {
        return 0;
    }
}
