// SPDX-License-Identifier: Apache-2.0
package org.harborline.journal.internal;

import java.util.List;
import javax.sql.DataSource;
import org.harborline.journal.Follower;
import org.harborline.platform.Command;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// `./harborline rebuild FOLLOWER`: builds the derived tables of a module again while no server runs.
@Component("command.rebuild")
class RebuildCommand implements Command {

    private final Rebuild rebuild;
    private final ObjectProvider<Follower> followers;
    private final InboxTable inbox;
    private final DataSource source;

    RebuildCommand(Rebuild rebuild, ObjectProvider<Follower> followers, InboxTable inbox, DataSource source) {
        this.rebuild = rebuild;
        this.followers = followers;
        this.inbox = inbox;
        this.source = source;
    }

    @Override
    public String name() {
        return "rebuild";
    }

    @Override
    public int run(List<String> arguments) {
        List<Follower> named = followers.stream()
                .filter(follower -> arguments.size() == 1 && follower.name().equals(arguments.getFirst()))
                .toList();
        if (named.size() != 1) {
            System.err.println("Usage: ./harborline rebuild FOLLOWER [--data DIR], with one of "
                    + String.join(
                            ", ",
                            followers.stream().map(Follower::name).sorted().toList()) + ".");
            return 2;
        }
        try (var holder = new Holder(source)) {
            // The lock of the follower itself: while a server on any node has it, nothing is emptied.
            if (!holder.holds("journal.follower." + named.getFirst().name())) {
                System.err.println("A server is running on this installation; stop it first.");
                return 1;
            }
            // what followed from a fact and has no position yet would be taken for something that never followed
            long waiting = inbox.count();
            if (waiting > 0) {
                System.err.println(waiting + " facts wait for their positions: a server was killed."
                        + " Start the server once, stop it, and rebuild then.");
                return 1;
            }
            Rebuild.Result result = rebuild.run(named.getFirst());
            System.out.println(result.facts() + " facts were taken up again; "
                    + result.differences().size() + " differences from the journal.");
            result.differences().forEach(System.out::println);
            return result.differences().isEmpty() ? 0 : 1;
        }
    }
}
