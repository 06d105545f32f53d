// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
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
        LocalDate today = clock.instant().atOffset(ZoneOffset.UTC).toLocalDate();
        List<Outcome> outcomes = transactions.write(() -> load(files));
        outcomes.forEach(outcome -> System.out.println(outcome.sentence()));
        files.forEach(file -> remark(file, today));
        if (outcomes.stream().anyMatch(Outcome::inForce)) {
            System.out.println("New lists count for what is filed from now on; ./harborline rebuild linking makes them"
                    + " count for everything.");
        }
        return 0;
    }

    /// All or none.
    private List<Outcome> load(List<ListFile> files) {
        Map<String, LocalDate> newest =
                new HashMap<>(table.newest(files.stream().map(ListFile::name).collect(Collectors.toSet())));
        files.forEach(
                file -> newest.merge(file.name(), file.dated(), (one, other) -> one.isAfter(other) ? one : other));
        return files.stream()
                .map(file -> load(file, newest.getOrDefault(file.name(), file.dated())))
                .toList();
    }

    /// @param newest the date of the newest version of that list
    private Outcome load(ListFile file, LocalDate newest) {
        UUID id = Ids.next();
        if (!table.insert(id, file, clock.instant())) {
            if (!table.isSame(file)) {
                throw new StartRefused(file.file() + ": the list " + file.name() + " of " + file.dated()
                        + " was loaded before, or is in another file too, with other lines, and a version never changes;"
                        + " give the changed list a date of its own in line 2. Nothing was loaded.");
            }
            return new Outcome(file + " was loaded before.", false);
        }
        journal.record(ACTOR, new ListLoaded(id, file.rows().size()));
        if (newest.isAfter(file.dated())) {
            return new Outcome(
                    file + " is older than the version of " + newest + ", which is in force; it is kept beside it.",
                    false);
        }
        return new Outcome(file + " is in force.", true);
    }

    private static void remark(ListFile file, LocalDate today) {
        List<ListFile.Row> notYet = file.notYet(today);
        if (!notYet.isEmpty()) {
            System.out.println(
                    file + ": lines that hold only from a later day on: " + notYet.size() + ", the last from "
                            + notYet.stream()
                                    .map(ListFile.Row::validFrom)
                                    .max(Comparator.naturalOrder())
                                    .orElseThrow()
                            + ".");
        }
    }

    private List<ListFile> files(Path directory) {
        // A day begins in the east fourteen hours before it does in UTC.
        LocalDate anywhere = clock.instant().atOffset(ZoneOffset.ofHours(14)).toLocalDate();
        try (Stream<Path> all = Files.list(directory)) {
            return all.filter(path -> path.toString().endsWith(".csv"))
                    .sorted()
                    .map(path -> ListFile.read(path).upTo(anywhere))
                    .toList();
        } catch (IOException cannot) {
            throw new StartRefused(directory + " cannot be read.", cannot);
        }
    }

    /// What became of one file.
    private record Outcome(String sentence, boolean inForce) {}
}
