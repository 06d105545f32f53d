// SPDX-License-Identifier: Apache-2.0
package org.harborline.journal.internal;

import java.nio.file.Path;
import java.util.List;
import org.harborline.platform.Command;
import org.harborline.platform.DataDirectory;
import org.springframework.stereotype.Component;

/// `./harborline prove [--heads FILE]`: checks the journal of a stopped or running installation.
@Component("command.prove")
class ProveCommand implements Command {

    private final Proof proof;
    private final DataDirectory data;

    ProveCommand(Proof proof, DataDirectory data) {
        this.proof = proof;
        this.data = data;
    }

    @Override
    public String name() {
        return "prove";
    }

    @Override
    public int run(List<String> arguments) {
        HeadsFile file;
        if (arguments.isEmpty()) {
            file = new HeadsFile(data.heads());
        } else if (arguments.size() == 2 && arguments.getFirst().equals("--heads")) {
            file = HeadsFile.at(Path.of(arguments.get(1)));
            if (!file.exists()) {
                System.err.println("There is no file " + file.path() + ".");
                return 1;
            }
        } else {
            System.err.println("Usage: ./harborline prove [--data DIR] [--heads FILE]");
            return 2;
        }
        Proof.Verdict verdict = proof.check(file);
        if (verdict.holds()) {
            System.out.println(verdict.sentence());
            return 0;
        }
        System.err.println(verdict.sentence());
        return 1;
    }
}
