// SPDX-License-Identifier: Apache-2.0
package org.harborline.referral.internal;

import com.google.crypto.tink.PublicKeyVerify;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.harborline.platform.Command;
import org.harborline.platform.DataDirectory;
import org.harborline.platform.PublishedKey;
import org.harborline.referral.internal.PackageVerifier.Verdict;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/// `./harborline verify-package FILE [--key FILE]`: needs neither server nor database. Trusts the key it is given, or
/// the one this installation
/// published; a key inside the file would prove nothing.
@Component("command.verify-package")
class VerifyPackage implements Command {

    private static final String USAGE = "Usage: ./harborline verify-package FILE [--key FILE]";

    private final DataDirectory data;
    private final PrintStream out;
    private final PrintStream err;

    @Autowired
    VerifyPackage(DataDirectory data) {
        this(data, System.out, System.err);
    }

    VerifyPackage(DataDirectory data, PrintStream out, PrintStream err) {
        this.data = data;
        this.out = out;
        this.err = err;
    }

    @Override
    public String name() {
        return "verify-package";
    }

    @Override
    public int run(List<String> arguments) {
        Optional<Path> keyFile = switch (arguments.size()) {
            case 1 -> Optional.of(PublishedKey.of(data));
            case 3 -> arguments.get(1).equals("--key") ? Optional.of(Path.of(arguments.get(2))) : Optional.empty();
            default -> Optional.empty();
        };
        if (keyFile.isEmpty() || arguments.getFirst().startsWith("--")) {
            err.println(USAGE);
            return 2;
        }
        Optional<PublicKeyVerify> key = PublishedKey.read(keyFile.get());
        if (key.isEmpty()) {
            err.println("There is no public key in " + keyFile.get() + "; give the sender’s with --key.");
            return 2;
        }
        return verify(Path.of(arguments.getFirst()), key.get());
    }

    private int verify(Path file, PublicKeyVerify key) {
        try {
            return say(PackageVerifier.verify(Files.readAllBytes(file), key));
        } catch (IOException unreadable) {
            err.println("The file " + file + " cannot be read.");
            return 2;
        }
    }

    private int say(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Valid(PackageManifest manifest) -> {
                out.println("valid: " + manifest.reference() + " about report " + manifest.report() + " for "
                        + manifest.recipient());
                out.println("made " + manifest.madeAt() + " by " + manifest.madeBy() + " at journal position "
                        + manifest.journalPosition() + (manifest.sandbox() ? " (sandbox: invented report)" : ""));
                manifest.files().forEach(part -> out.println(part.sha256() + "  " + part.name()));
                yield 0;
            }
            case Verdict.NotSigned() -> {
                err.println("invalid: the file is not what the holder of this key signed.");
                yield 1;
            }
            case Verdict.Incomplete() -> {
                err.println("invalid: signed with this key, but not a complete package.");
                yield 1;
            }
        };
    }
}
