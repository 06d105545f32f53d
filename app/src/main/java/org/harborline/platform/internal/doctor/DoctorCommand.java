// SPDX-License-Identifier: Apache-2.0
package org.harborline.platform.internal.doctor;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.harborline.platform.Checkup;
import org.harborline.platform.Checkup.Answer;
import org.harborline.platform.Checkup.State;
import org.harborline.platform.Command;
import org.harborline.platform.StartRefused;
import org.harborline.platform.Traces;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// `./harborline doctor`: looks at everything an installation needs, running or stopped, and changes nothing.
@Component("command.doctor")
class DoctorCommand implements Command {

    private final ObjectProvider<Checkup> checkups;

    DoctorCommand(ObjectProvider<Checkup> checkups) {
        this.checkups = checkups;
    }

    @Override
    public String name() {
        return "doctor";
    }

    @Override
    public int run(List<String> arguments) {
        if (!arguments.isEmpty()) {
            System.err.println("Usage: ./harborline doctor [--data DIR]");
            return 2;
        }
        boolean well = true;
        for (Checkup checkup : checkups.stream()
                .sorted(Comparator.comparingInt(Checkup::order))
                .toList()) {
            Answer answer = look(checkup);
            System.out.println(String.format(
                    Locale.ROOT, "%-8s %-18s %s", word(answer.state()), checkup.name(), answer.sentence()));
            well &= answer.state() != State.WRONG;
        }
        return well ? 0 : 1;
    }

    private static Answer look(Checkup checkup) {
        try {
            return checkup.look().get();
        } catch (RuntimeException failure) {
            return Answer.wrong(StartRefused.in(failure)
                    .map(StartRefused::getMessage)
                    .orElseGet(() -> "Cannot be seen; mend what is wrong above, and if nothing is, report this: "
                            + Traces.of(failure).lines().findFirst().orElse("")));
        }
    }

    private static String word(State state) {
        return switch (state) {
            case GOOD -> "good";
            case WARNING -> "warning";
            case WRONG -> "WRONG";
        };
    }
}
