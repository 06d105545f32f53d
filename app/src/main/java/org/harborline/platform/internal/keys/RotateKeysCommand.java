// SPDX-License-Identifier: Apache-2.0
package org.harborline.platform.internal.keys;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntSupplier;
import org.harborline.platform.Command;
import org.harborline.platform.KeyUse.Kind;
import org.springframework.stereotype.Component;

/// `./harborline rotate-keys [--blind|--retire]`: new keys, or the end of old ones. Run again after an interruption, it
/// goes on where it was.
@Component("command.rotate-keys")
class RotateKeysCommand implements Command {

    private final KeyRotation rotation;

    RotateKeysCommand(KeyRotation rotation) {
        this.rotation = rotation;
    }

    @Override
    public String name() {
        return "rotate-keys";
    }

    @Override
    public int run(List<String> arguments) {
        return switch (String.join(" ", arguments)) {
            case "" -> alone(() -> rotate(Kind.WRAPPING));
            case "--blind" -> alone(() -> refusedWhileServed("Blind keys") ? 1 : rotate(Kind.BLINDING));
            case "--retire" -> alone(() -> refusedWhileServed("Old keys") ? 1 : retire());
            default -> {
                System.err.println("Usage: ./harborline rotate-keys [--blind | --retire] [--data DIR]");
                yield 2;
            }
        };
    }

    private int alone(IntSupplier work) {
        var lock = rotation.lock();
        if (lock.isEmpty()) {
            System.err.println("Another rotation of keys runs on this installation; wait until it is done.");
            return 1;
        }
        try (var _ = lock.get()) {
            return work.getAsInt();
        }
    }

    private boolean refusedWhileServed(String what) {
        if (!rotation.isServed()) {
            return false;
        }
        System.err.println(
                what + " can be replaced only while no server runs; stop it first (one that was killed counts"
                        + " as running for a minute).");
        return true;
    }

    private int rotate(Kind kind) {
        if (rotation.isUnfinished(kind)) {
            System.out.println("An earlier rotation was interrupted; it is finished first. Run rotate-keys again for"
                    + " another one.");
        } else {
            rotation.add(kind);
        }
        rotation.awaitNodes();
        System.out.println("New keys are added and every running server has loaded them.");
        rotation.promote(kind);
        rotation.awaitNodes();
        System.out.println("The new keys are in use.");
        Map<String, Long> renewed = new TreeMap<>();
        rotation.renew(kind, (use, count) -> renewed.merge(use.what(), count, Long::sum));
        renewed.forEach((what, count) -> System.out.println(count + " " + what + " were renewed."));
        System.out.println("Done. Nothing stored needs the old keys any more. Copy the new ones away now (./harborline"
                + " export-keys); the old ones stay until ./harborline rotate-keys --retire.");
        return 0;
    }

    private int retire() {
        if (!rotation.isRenewed()) {
            System.err.println(
                    "Old keys are still in use; finish the rotation first (./harborline rotate-keys, and with"
                            + " --blind).");
            return 1;
        }
        rotation.retire();
        System.out.println("The old keys are retired. Backups from before the rotation can be read only with keys that"
                + " were exported before now.");
        return 0;
    }
}
