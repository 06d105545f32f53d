// SPDX-License-Identifier: Apache-2.0
package org.harborline.e2e;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.harborline.synthetic.reports.ReportBuilder;
import org.harborline.synthetic.wire.Provider;

/// What a test tells: reports arrive, people work on them, each at a browser of their own.
///
/// ```java
/// long number = story.file(aReport().withEmail("r.hale@mail.example"));
/// story.analyst().go("/reports/" + number);
/// ```
///
/// A test that takes a `Story` gets one; when the test ends, all its people leave, and it fails if any of their pages
/// had a mishap.
final class Story implements AutoCloseable {

    private final Demo demo;
    private final Browsing browsing;
    private final Map<String, Visitor> people = new LinkedHashMap<>();

    Story(Demo demo, Browsing browsing) {
        this.demo = demo;
        this.browsing = browsing;
    }

    Demo demo() {
        return demo;
    }

    /// Files a report through the provider interface and waits until it has its priority.
    ///
    /// @return its number
    long file(ReportBuilder report) throws InterruptedException {
        return demo.file(report.xml());
    }

    /// Files a report of another provider than the sample one.
    long file(Provider sender, ReportBuilder report) throws InterruptedException {
        return demo.file(sender, report.xml());
    }

    Visitor analyst() {
        return person("analyst");
    }

    Visitor supervisor() {
        return person("supervisor");
    }

    Visitor agency() {
        return person("agency");
    }

    Visitor admin() {
        return person("admin");
    }

    /// Any sample person, in English; the same visitor each time.
    Visitor person(String name) {
        return people.computeIfAbsent(name, one -> browsing.person(one, "en"));
    }

    /// What went wrong on the pages of all people.
    List<String> mishaps() {
        var all = new ArrayList<String>();
        people.values().forEach(visitor -> all.addAll(visitor.mishaps()));
        return List.copyOf(all);
    }

    @Override
    public void close() {
        var mishaps = mishaps();
        people.values().forEach(Visitor::close);
        if (!mishaps.isEmpty()) {
            throw new AssertionError("pages had mishaps:\n" + String.join("\n", mishaps));
        }
    }
}
