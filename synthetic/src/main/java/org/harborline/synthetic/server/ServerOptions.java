// SPDX-License-Identifier: Apache-2.0
package org.harborline.synthetic.server;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/// Which server a command starts; `./harborline` gives both options.
public final class ServerOptions {

    @Option(names = "--java", paramLabel = "FILE", description = "the Java launcher (that of this program)")
    private Path java = ServerFile.ownJava();

    @Option(names = "--server", paramLabel = "JAR", description = "the packaged server (${DEFAULT-VALUE})")
    private Path jar = Path.of("app/target/server/harborline-server.jar");

    /// The server that was named.
    public ServerFile file() {
        return new ServerFile(java, jar.toAbsolutePath());
    }
}
