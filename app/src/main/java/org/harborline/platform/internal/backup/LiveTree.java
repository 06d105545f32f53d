// SPDX-License-Identifier: Apache-2.0
package org.harborline.platform.internal.backup;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// The files of a directory that a running database adds to and removes from. One that vanishes meanwhile is no
/// failure: what it held is in the log.
final class LiveTree {

    private final Path root;
    private final Predicate<Path> leftOut;

    /// @param leftOut which paths below the root, as seen from it, are passed over with all they hold
    LiveTree(Path root, Predicate<Path> leftOut) {
        this.root = root;
        this.leftOut = leftOut;
    }

    /// What is done with each directory, and with each file; paths are seen from the root.
    interface Visit {
        void directory(Path relative) throws IOException;

        void file(Path relative) throws IOException;
    }

    void walk(Visit visit) throws IOException {
        Files.walkFileTree(root, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes)
                    throws IOException {
                Path relative = root.relativize(directory);
                if (isLeftOut(relative)) {
                    return FileVisitResult.SKIP_SUBTREE;
                }
                visit.directory(relative);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Path relative = root.relativize(file);
                if (!isLeftOut(relative)) {
                    visit.file(relative);
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException why) throws IOException {
                return goOnUnlessItIs(file, why);
            }

            @Override
            public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException why) throws IOException {
                return why == null ? FileVisitResult.CONTINUE : goOnUnlessItIs(directory, why);
            }
        });
    }

    private boolean isLeftOut(Path relative) {
        return !relative.toString().isEmpty() && leftOut.test(relative);
    }

    private FileVisitResult goOnUnlessItIs(Path path, IOException why) throws IOException {
        if (why instanceof NoSuchFileException && !path.equals(root)) {
            return FileVisitResult.CONTINUE;
        }
        throw why;
    }
}
