// SPDX-License-Identifier: Apache-2.0
package org.harborline.synthetic.bench;

import picocli.CommandLine.Command;

/// Measures.
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        subcommands = {IntakeBench.class, PipelineBench.class},
        description = "Measures a server of its own on throw-away data and prints one JSON object.")
public final class Bench {

    private Bench() {}
}
