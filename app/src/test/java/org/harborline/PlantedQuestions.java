// SPDX-License-Identifier: Apache-2.0
package org.harborline;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumSet;
import org.harborline.intake.Preservations;
import org.harborline.intake.ReportNumber;
import org.harborline.notices.QuestionKind;
import org.harborline.notices.Questions;
import org.harborline.platform.Actor;
import org.harborline.platform.ActorKind;
import org.harborline.platform.Permission;
import org.harborline.platform.RecordRef;
import org.harborline.referral.DeliveryId;
import org.harborline.referral.Endings;
import org.springframework.context.ApplicationContext;

/// What an agency writes to the sender of a report, and what that answers, with a value planted in each place.
final class PlantedQuestions {

    private PlantedQuestions() {}

    static void plant(
            ApplicationContext context,
            PlantedValues values,
            ReportNumber report,
            DeliveryId delivery,
            Actor officer,
            RecordRef provider) {
        LocalDate today = LocalDate.ofInstant(context.getBean(Clock.class).instant(), ZoneOffset.UTC);
        var longer = new Preservations.Renew(today.plusDays(900), values.text("order to preserve"), true);
        context.getBean(Endings.class).renew(officer, delivery, longer);
        var questions = context.getBean(Questions.class);
        var ask = new Questions.Ask(
                QuestionKind.ACCOUNT_HOLDER, values.text("question"), values.text("question basis"), 7, false);
        var id = questions.ask(officer, report, ask);
        var company = new Actor(
                "planted-company",
                ActorKind.PROVIDER,
                EnumSet.of(Permission.COMPANY_READ, Permission.REPORT_FILE),
                provider,
                null);
        questions.answer(company, id, values.text("question answer"));
    }
}
