// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.harborline.journal.Journal;
import org.harborline.linking.facts.ListLoaded;
import org.harborline.platform.Actor;
import org.harborline.platform.Command;
import org.harborline.platform.Ids;
import org.harborline.platform.StartRefused;
import org.harborline.platform.Transactions;
import org.springframework.stereotype.Component;

/// `./harborline load-lists DIR`: takes an operator's lists of networks and values, each version once, beside a running
/// server or not.
@Component("command.load-lists")
class LoadListsCommand implements Command {

    private static final Actor ACTOR = Actor.system("linking-lists");
    private static final int FAILED = 1;
    private static final int WRONG_USAGE = 2;

    private final ListTable table;
    private final Journal journal;
    private final Transactions transactions;
    private final Clock clock;

    LoadListsCommand(ListTable table, Journal journal, Transactions transactions, Clock clock) {
        this.table = table;
        this.journal = journal;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "load-lists";
    }

    @Override
    public int run(List<String> arguments) {
        if (arguments.size() != 1 || !Files.isDirectory(Path.of(arguments.getFirst()))) {
            System.err.println("Usage: ./harborline load-lists DIR [--data DIR], with a directory of lists, a file"
                    + " that ends in .csv for each.");
            return WRONG_USAGE;
        }
        List<ListFile> files = files(Path.of(arguments.getFirst()));
        if (files.isEmpty()) {
            System.err.println("There is nothing to load in " + arguments.getFirst() + ": it holds no .csv file.");
            return FAILED;
        }
        long added = transactions.write(() -> files.stream().filter(this::load).count());
        System.out.println(added + " of " + files.size() + " lists were new. They count for what is filed from now on;"
                + " ./harborline rebuild linking makes them count for everything.");
        return 0;
    }

    private boolean load(ListFile file) {
        UUID id = Ids.next();
        boolean added = table.insert(id, file, clock.instant());
        if (added) {
            journal.record(ACTOR, new ListLoaded(id, file.rows().size()));
        }
        return added;
    }

    private static List<ListFile> files(Path directory) {
        try (Stream<Path> all = Files.list(directory)) {
            return all.filter(path -> path.toString().endsWith(".csv"))
                    .sorted()
                    .map(ListFile::read)
                    .toList();
        } catch (IOException cannot) {
            throw new StartRefused(directory + " cannot be read.", cannot);
        }
    }
}
