// SPDX-License-Identifier: Apache-2.0
package org.harborline.notices.web;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.harborline.intake.ReportNumber;
import org.harborline.notices.Question;
import org.harborline.notices.QuestionKind;
import org.harborline.notices.Questions;
import org.harborline.platform.Actor;
import org.harborline.platform.Permission;
import org.harborline.registry.AgencyId;
import org.harborline.registry.Organisations;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/// Questions as pages, the same for all three sides: each is shown what its module gives it.
@Component
class QuestionView {

    private static final Actor SELF = Actor.system("notices");
    private static final int PAGE = 50;

    private final Questions questions;
    private final Organisations organisations;

    QuestionView(Questions questions, Organisations organisations) {
        this.questions = questions;
        this.organisations = organisations;
    }

    /// Where a side finds questions, and what it may do with them.
    ///
    /// @param reports where it finds reports; absent when it has packages instead
    record Side(String base, @Nullable String reports) {}

    static final Side STAFF = new Side("/questions", "/reports");
    static final Side AGENCY = new Side("/agency/questions", null);
    static final Side PROVIDER = new Side("/provider/questions", "/provider/reports");

    /// Where a list goes on.
    ///
    /// @param due and
    /// @param after of the last one shown that waits
    /// @param before the last one shown that is settled
    record Wanted(
            @Nullable Instant due,
            @Nullable UUID after,
            @Nullable UUID before) {}

    String list(Actor actor, Side side, boolean settled, Wanted wanted, Model model) {
        List<Question> page = settled
                ? questions.settled(actor, wanted.before(), PAGE)
                : questions.waiting(actor, wanted.due(), wanted.after(), PAGE);
        model.addAttribute("questions", page);
        model.addAttribute("settled", settled);
        String path = side.base() + (settled ? "?settled=true" : "");
        model.addAttribute("first", wanted.after() == null && wanted.before() == null ? null : path);
        model.addAttribute("following", page.size() < PAGE ? null : next(path, settled, page.getLast()));
        return filled(actor, side, page, model, "notices/questions");
    }

    private static String next(String path, boolean settled, Question last) {
        return settled ? path + "&before=" + last.id() : path + "?due=" + last.dueAt() + "&after=" + last.id();
    }

    String about(Actor actor, Side side, ReportNumber report, Model model) {
        List<Question> asked = questions.ofReport(actor, report);
        model.addAttribute("report", report);
        model.addAttribute("questions", asked);
        model.addAttribute("mayAsk", !side.equals(PROVIDER) && questions.mayAsk(actor, report));
        model.addAttribute("kinds", QuestionKind.values());
        model.addAttribute("mostDays", Questions.MOST_DAYS);
        return filled(actor, side, asked, model, "notices/questions-about");
    }

    /// @param hidden whether the words are left out, so that it can be printed for others
    String one(Actor actor, Side side, UUID id, boolean hidden, Model model) {
        Question question = questions.get(actor, id);
        model.addAttribute("q", question);
        model.addAttribute("hidden", hidden);
        model.addAttribute("mayAnswer", side.equals(PROVIDER) && actor.may(Permission.REPORT_FILE));
        model.addAttribute(
                "mayWithdraw",
                !side.equals(PROVIDER) && (actor.may(Permission.REFER) || actor.may(Permission.PACKAGE_ANSWER)));
        return filled(actor, side, List.of(question), model, "notices/question");
    }

    private String filled(Actor actor, Side side, Collection<Question> shown, Model model, String template) {
        model.addAttribute("side", side);
        model.addAttribute("mayAnswerAny", side.equals(PROVIDER) && actor.may(Permission.REPORT_FILE));
        model.addAttribute("names", names(shown));
        return template;
    }

    /// Read by the module itself: whoever is shown that an agency asks may know its name.
    Map<UUID, String> names(Collection<Question> shown) {
        var agencies = shown.stream()
                .map(Question::agency)
                .filter(Objects::nonNull)
                .map(AgencyId::new)
                .collect(Collectors.toSet());
        return organisations.findAgencies(SELF, agencies).entrySet().stream()
                .collect(Collectors.toMap(
                        one -> one.getKey().value(), one -> one.getValue().name()));
    }
}
