// SPDX-License-Identifier: Apache-2.0
package org.harborline.journal.internal;

import java.util.List;
import org.harborline.journal.Follower;
import org.springframework.context.ApplicationContext;

/// Lets tests of other modules stop the followers as a crash would, and run the rebuild command's work.
public final class JournalControl {

    private JournalControl() {}

    /// Runs the work while no follower does.
    public static void stopped(ApplicationContext context, Runnable work) {
        var followers = context.getBean(Followers.class);
        followers.stop();
        try {
            work.run();
        } finally {
            followers.start();
        }
    }

    /// Signs a root over what is ordered now.
    public static void signRoot(ApplicationContext context) {
        context.getBean(SignRoots.class).sign();
    }

    /// Rebuilds the tables of one follower; the followers must be stopped.
    ///
    /// @return the differences from the journal
    public static List<String> rebuild(ApplicationContext context, String follower) {
        var named = context.getBeansOfType(Follower.class).values().stream()
                .filter(one -> one.name().equals(follower))
                .findFirst()
                .orElseThrow();
        return context.getBean(Rebuild.class).run(named).differences();
    }
}
