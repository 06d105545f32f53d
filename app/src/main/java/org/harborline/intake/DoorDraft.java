// SPDX-License-Identifier: Apache-2.0
package org.harborline.intake;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A report of the public that is not sent yet. Nothing of it is stored: it travels sealed in the form from page to
/// page.
///
/// @param words what the reporter will come back with, made at the beginning, so that sending twice is one report
/// @param door the door it is added to; absent for a first report
/// @param language in which the reporter reads
public record DoorDraft(
        DoorEntry entry,
        boolean dangerNow,
        List<String> words,
        @Nullable UUID door,
        UUID id,
        String language,
        Map<DoorField, String> answers,
        Instant begunAt) {

    public DoorDraft {
        words = List.copyOf(words);
        answers = Map.copyOf(answers);
    }

    /// The same draft with answers in the place of earlier ones.
    public DoorDraft with(Map<DoorField, String> others) {
        var all = new HashMap<DoorField, String>(answers);
        all.putAll(others);
        return new DoorDraft(entry, dangerNow, words, door, id, language, all, begunAt);
    }

    /// The same draft without answers to questions that later answers took away.
    public DoorDraft asAsked() {
        var kept = new HashMap<DoorField, String>();
        for (DoorQuestion question : DoorQuestion.asking(answers)) {
            question.fields().stream().filter(answers::containsKey).forEach(field -> kept.put(field, answer(field)));
        }
        return new DoorDraft(entry, dangerNow, words, door, id, language, kept, begunAt);
    }

    /// Whether anything was said for which people are paged.
    public boolean urgent() {
        return dangerNow
                || Stream.of(DoorField.MEETING, DoorField.THREAT, DoorField.MISSING)
                        .anyMatch(field -> answer(field).equals("yes"));
    }

    public String answer(DoorField field) {
        return answers.getOrDefault(field, "");
    }

    @Override
    public String toString() {
        return "DoorDraft(" + entry + ")";
    }
}
