// SPDX-License-Identifier: Apache-2.0
package org.harborline.platform.internal.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;

/// A walk through files that come and go.
class LiveTreeTests {

    @TempDir
    Path root;

    private void make(String... files) throws IOException {
        for (String file : files) {
            Path path = root.resolve(file);
            Files.createDirectories(path.getParent());
            Files.writeString(path, file);
        }
    }

    /// Visits everything, and does something at the first file.
    private List<String> visited(LiveTree tree, Runnable atTheFirst) throws IOException {
        var seen = new ArrayList<String>();
        tree.walk(new LiveTree.Visit() {
            @Override
            public void directory(Path relative) {
                seen.add(relative + "/");
            }

            @Override
            public void file(Path relative) {
                if (seen.stream().allMatch(one -> one.endsWith("/"))) {
                    atTheFirst.run();
                }
                seen.add(relative.toString());
            }
        });
        return seen;
    }

    @Test
    void passesOverWhatIsLeftOutWithAllItHolds() throws IOException {
        make("base/1/a", "log/today", "base/pgsql_tmp1/x", "kept");
        var tree = new LiveTree(
                root,
                path -> path.startsWith("log") || path.getFileName().toString().startsWith("pgsql_tmp"));
        assertThat(visited(tree, () -> {})).containsExactlyInAnyOrder("/", "base/", "base/1/", "base/1/a", "kept");
    }

    @Test
    void goesOnWhenFilesAndDirectoriesVanish() throws IOException {
        for (int i = 0; i < 500; i++) {
            make("some/" + i + "/file", "other" + i);
        }
        var seen = visited(new LiveTree(root, _ -> false), () -> {
            try (var all = Files.list(root)) {
                for (Path path : all.toList()) {
                    FileSystemUtils.deleteRecursively(path);
                }
            } catch (IOException cannot) {
                throw new AssertionError(cannot);
            }
        });
        assertThat(seen).hasSizeLessThan(1500);
    }

    @Test
    void failsWhereThereIsNothingAtAll() {
        assertThatExceptionOfType(NoSuchFileException.class)
                .isThrownBy(() -> visited(new LiveTree(root.resolve("nowhere"), _ -> false), () -> {}));
    }
}
