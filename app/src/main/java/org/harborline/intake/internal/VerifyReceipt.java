// SPDX-License-Identifier: Apache-2.0
package org.harborline.intake.internal;

import com.google.crypto.tink.PublicKeyVerify;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.harborline.intake.ReceiptVerdict;
import org.harborline.intake.ReceiptVerdict.Flaw;
import org.harborline.platform.Command;
import org.harborline.platform.DataDirectory;
import org.harborline.platform.PublishedKey;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/// `./harborline verify-receipt FILE [--key FILE]`: needs neither server nor database. Trusts the key it is given, or
/// the one this installation published; a receipt holds none.
@Component("command.verify-receipt")
class VerifyReceipt implements Command {

    private static final String USAGE = "Usage: ./harborline verify-receipt FILE [--key FILE]";

    private final DataDirectory data;
    private final PrintStream out;
    private final PrintStream err;

    @Autowired
    VerifyReceipt(DataDirectory data) {
        this(data, System.out, System.err);
    }

    VerifyReceipt(DataDirectory data, PrintStream out, PrintStream err) {
        this.data = data;
        this.out = out;
        this.err = err;
    }

    @Override
    public String name() {
        return "verify-receipt";
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
            err.println("There is no public key in " + keyFile.get() + "; give the receiver’s with --key.");
            return 2;
        }
        return verify(Path.of(arguments.getFirst()), key.get());
    }

    private int verify(Path file, PublicKeyVerify key) {
        try {
            // a receipt is small: what is longer is read no further
            try (var in = Files.newInputStream(file)) {
                byte[] start = in.readNBytes(4 * ReceiptVerifier.LARGEST + 1);
                return say(ReceiptVerifier.verify(new String(start, StandardCharsets.UTF_8), key));
            }
        } catch (IOException unreadable) {
            err.println("The file " + file + " cannot be read.");
            return 2;
        }
    }

    private int say(ReceiptVerdict verdict) {
        return switch (verdict) {
            case ReceiptVerdict.Proved(
                    long report,
                    Instant filed,
                    Instant preserved,
                    long position,
                    long size,
                    Instant signed) -> {
                out.println(
                        "valid: report " + report + " was filed at " + filed + ", to be preserved until " + preserved);
                out.println("It is entry " + position + " of a journal of " + size
                        + " entries whose root was signed at " + signed + ".");
                yield 0;
            }
            case ReceiptVerdict.Unproved(long report, Instant filed, Instant from) -> {
                err.println("not proved yet: report " + report + " was filed at " + filed
                        + ". The receipt is genuine, and older than the root that covers it; get it anew after " + from
                        + ".");
                yield 1;
            }
            case ReceiptVerdict.Wrong(Flaw flaw) -> {
                err.println("invalid: " + sentence(flaw));
                yield 1;
            }
        };
    }

    private static String sentence(Flaw flaw) {
        return switch (flaw) {
            case UNREADABLE -> "this is not the text of a receipt.";
            case ENTRY -> "the journal entry in the receipt was changed.";
            case PATH -> "the entry is not under the root that the receipt names.";
            case ROOT -> "the root was not signed with this key: changed, or of another installation.";
            case REPORT -> "the journal entry is not the filing of the report that the receipt names.";
            case POSITION -> "the journal entry has another position than the receipt names.";
            case TIME -> "the journal entry names another time of filing than the receipt.";
            case WORDS ->
                "the words of the receipt were not signed with this key: changed, or of another installation.";
        };
    }
}
