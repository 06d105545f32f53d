// SPDX-License-Identifier: Apache-2.0
package org.harborline.synthetic.linking;

import java.util.List;

/// What is wrong with a whole report: what it says of groups, places, roles and earlier reports.
final class RecordTraps {

    private static final int OTHERS_OF_CONSTANT = 2;

    private final Scene scene;

    RecordTraps(Scene scene) {
        this.scene = scene;
    }

    void tell() {
        places();
        roles();
        priorReports();
        severalPeople();
        constant();
    }

    private void places() {
        String group = "g-" + scene.random().nextInt(20);
        scene.apart(LinkingTrap.GROUP_OF_MANY, told -> told.from("Example Chat").party(p -> p.inGroup(group)));
        String school = "School " + scene.mark();
        scene.apart(
                LinkingTrap.PLACE_SCHOOL,
                told -> told.alsoAbout(scene.person()).say(r -> r.withVictim(v -> v.atSchool(school))));
        String street = "7 " + scene.mark() + " Street";
        scene.apart(
                LinkingTrap.PLACE_HOME_ADDRESS,
                told -> told.party(p -> p.livingAt(street, "Sampletown", "00001", "OR")));
        long vehicle = scene.random().nextInt(1_000_000);
        scene.apart(LinkingTrap.PLACE_VEHICLE, told -> told.party(p -> p.withVehicle(vehicle)));
        long template = scene.random().nextInt(5);
        scene.apart(
                LinkingTrap.TEXT_TEMPLATE,
                told -> told.say(r -> r.withCompanyTemplate(template).withNarrative(template)));
    }

    /// The same mailbox in two roles is an alert for a person to look at.
    private void roles() {
        String child = scene.mark() + "@town.example";
        scene.apart(
                LinkingTrap.ROLE_VICTIM_IS_REPORTED,
                told -> told.alsoAbout(scene.person()).say(r -> r.withVictim(v -> v.withEmail(child))),
                told -> told.party(p -> p.withEmail(child)));
        String friend = scene.mark() + "@town.example";
        scene.apart(
                LinkingTrap.ROLE_RECIPIENT_IS_REPORTED,
                told -> told.alsoAbout(scene.person()).say(r -> r.withRecipient(v -> v.withEmail(friend))),
                told -> told.party(p -> p.withEmail(friend)));
    }

    private void priorReports() {
        List<Told> pair = scene.reports(2);
        pair.get(1)
                .from(scene.senderBeside(pair.get(0).sender()))
                .party(p -> p.withPriorReport(pair.get(0).number()));
        scene.plant(LinkingTrap.PRIOR_REPORT_OF_ANOTHER_SENDER, pair.get(0), pair.get(1));
        List<Told> later = scene.reports(2);
        later.get(0).party(p -> p.withPriorReport(later.get(1).number()));
        scene.plant(LinkingTrap.PRIOR_REPORT_FILED_LATER, later.get(0), later.get(1));
    }

    /// One report names two people. It belongs to both of their other reports, which have nothing to do with each
    /// other.
    private void severalPeople() {
        List<Told> three = scene.reports(3);
        long one = scene.person();
        long other = scene.person();
        String first = scene.mark() + "@town.example";
        String second = scene.mark() + "@town.example";
        three.get(0).about(one).party(p -> p.withEmail(first));
        three.get(1).about(other).party(p -> p.withEmail(second));
        three.get(2).about(one).alsoAbout(other).party(p -> p.withEmail(first).withEmail(second));
        scene.plant(LinkingTrap.RECORD_OF_SEVERAL_PEOPLE, three.get(0), three.get(1));
    }

    /// A sender whose program puts one of its own values into every report. There is nothing odd about the value; only
    /// that it stands beside everybody's tells.
    private void constant() {
        List<Told> reports = scene.reports(2 + OTHERS_OF_CONSTANT);
        reports.forEach(told -> told.from("Example Games")
                .party(p -> p.withUserId("svc-gateway-eu-7").withEmail(scene.mark() + "@town.example")));
        for (int i = 1; i < reports.size(); i++) {
            scene.plant(LinkingTrap.CONSTANT_OF_THE_SENDER, reports.get(i - 1), reports.get(i));
        }
    }
}
