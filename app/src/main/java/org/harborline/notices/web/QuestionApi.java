// SPDX-License-Identifier: Apache-2.0
package org.harborline.notices.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.harborline.notices.NoticesProblem;
import org.harborline.notices.Question;
import org.harborline.notices.Questions;
import org.harborline.platform.Actor;
import org.harborline.platform.Permission;
import org.harborline.platform.ProblemException;
import org.harborline.platform.Requires;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// What a company is asked about its reports, for its machines: with credentials issued for it, so that a leaked key
/// that files reads no question.
@RestController
@RequestMapping(QuestionApi.PATH)
class QuestionApi {

    static final String PATH = "/api/v1/questions";

    /// The longest answer with every character escaped.
    private static final int LONGEST = 32 * 1024;

    private static final int PAGE = 100;

    private final Questions questions;
    private final QuestionView view;
    private final JsonBody bodies;

    QuestionApi(Questions questions, QuestionView view, JsonBody bodies) {
        this.questions = questions;
        this.view = view;
        this.bodies = bodies;
    }

    /// What is sent to answer.
    record Answer(@Nullable String answer) {

        @Override
        public String toString() {
            return "Answer";
        }
    }

    /// A question.
    ///
    /// @param agency who asks, where it lets itself be named
    /// @param text like the two below it absent in lists, and when the report was erased
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Asked(
            UUID id,
            long report,
            String kind,
            String state,
            Instant toldAt,
            Instant dueAt,
            @Nullable Instant settledAt,
            @Nullable String agency,
            @Nullable String text,
            @Nullable String basis,
            @Nullable String answer) {

        static Asked of(Question question, Map<UUID, String> names) {
            Question.Words words = question.words();
            UUID agency = question.agency();
            return new Asked(
                    question.id(),
                    question.report().value(),
                    WebhookView.word(question.kind()),
                    WebhookView.word(question.state()),
                    question.toldAt(),
                    question.dueAt(),
                    question.settledAt(),
                    agency == null ? null : names.get(agency),
                    words == null ? null : words.text(),
                    words == null ? null : words.basis(),
                    words == null ? null : words.answer());
        }

        @Override
        public String toString() {
            return "Asked(" + id + ")";
        }
    }

    /// Some questions, and where to go on.
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Page(List<Asked> questions, @Nullable String next) {}

    /// What waits, soonest due first.
    @GetMapping
    @Requires(Permission.QUESTION_ANSWER)
    ResponseEntity<Page> waiting(
            Actor actor,
            @RequestParam(required = false) @Nullable Instant due,
            @RequestParam(required = false) @Nullable UUID after) {
        List<Question> page = questions.waiting(actor, due, after, PAGE + 1);
        boolean more = page.size() > PAGE;
        List<Question> shown = more ? page.subList(0, PAGE) : page;
        Map<UUID, String> names = view.names(shown);
        return json(new Page(
                shown.stream().map(one -> Asked.of(one, names)).toList(),
                more
                        ? PATH + "?due=" + shown.getLast().dueAt() + "&after="
                                + shown.getLast().id()
                        : null));
    }

    @GetMapping("/{question}")
    @Requires(Permission.QUESTION_ANSWER)
    ResponseEntity<Asked> one(Actor actor, @PathVariable UUID question) {
        return json(asked(actor, question));
    }

    private Asked asked(Actor actor, UUID id) {
        Question question = questions.get(actor, id);
        return Asked.of(question, view.names(List.of(question)));
    }

    @PostMapping("/{question}/answer")
    @Requires(Permission.QUESTION_ANSWER)
    ResponseEntity<Asked> answer(Actor actor, @PathVariable UUID question, HttpServletRequest request)
            throws IOException {
        String answer = bodies.read(request, Answer.class, LONGEST, NoticesProblem.ANSWER_UNCLEAR)
                .answer();
        if (answer == null || answer.isBlank() || answer.length() > Questions.LONGEST_TEXT) {
            throw new ProblemException(NoticesProblem.ANSWER_UNCLEAR);
        }
        questions.answer(actor, question, answer);
        return json(asked(actor, question));
    }

    private static <T> ResponseEntity<T> json(T body) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .cacheControl(CacheControl.noStore())
                .body(body);
    }
}
