// SPDX-License-Identifier: Apache-2.0
package org.harborline.intake.internal.door;

import java.util.List;
import org.harborline.intake.HelpLine;
import org.harborline.intake.HelpLines;
import org.harborline.intake.survivors.NumbersToCall;
import org.harborline.platform.Actor;
import org.springframework.stereotype.Component;

/// Gives the desk for survivors the same numbers that the public door shows.
@Component
class ShownNumbers implements NumbersToCall {

    private final HelpLines lines;

    ShownNumbers(HelpLines lines) {
        this.lines = lines;
    }

    @Override
    public List<String> countries(Actor actor) {
        return lines.countries(actor);
    }

    @Override
    public List<Line> in(Actor actor, String country) {
        return lines.shown(actor, country).stream().map(ShownNumbers::line).toList();
    }

    private static Line line(HelpLine line) {
        return new Line(kind(line.kind()), line.name(), line.number(), line.hours(), line.languages());
    }

    private static Kind kind(HelpLine.Kind kind) {
        return switch (kind) {
            case EMERGENCY -> Kind.EMERGENCY;
            case CHILD -> Kind.CHILD;
            case SURVIVOR -> Kind.SURVIVOR;
            case CRISIS -> Kind.CRISIS;
        };
    }
}
