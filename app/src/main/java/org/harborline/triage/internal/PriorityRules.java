// SPDX-License-Identifier: Apache-2.0
package org.harborline.triage.internal;

import java.util.List;
import org.harborline.platform.Code;
import org.harborline.triage.Priority;
import org.operaton.bpm.dmn.engine.DmnDecision;
import org.operaton.bpm.dmn.engine.DmnEngine;
import org.operaton.bpm.dmn.engine.DmnEngineConfiguration;
import org.operaton.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;

/// One version of the priority table, ready to be asked. A pure function: the same vector always gives the same
/// verdict.
final class PriorityRules {

    private static final String DECISION = "priority";
    private static final DmnEngine ENGINE = engine();

    private final int version;
    private final DmnDecision decision;

    private PriorityRules(int version, DmnDecision decision) {
        this.version = version;
        this.decision = decision;
    }

    /// Reads a table.
    ///
    /// @throws IllegalArgumentException when [RuleFile] refuses it
    static PriorityRules read(int version, byte[] content) {
        return new PriorityRules(version, ENGINE.parseDecision(DECISION, RuleFile.read(content)));
    }

    int version() {
        return version;
    }

    Verdict decide(RuleVector vector) {
        List<Verdict.Match> matches = ENGINE.evaluateDecisionTable(decision, vector.variables()).stream()
                .map(result -> new Verdict.Match(
                        Priority.valueOf(result.<String>getEntry("level")), Code.of(result.<String>getEntry("reason"))))
                .toList();
        return new Verdict(version, matches);
    }

    /// An engine that has no other language to run: even a table that slipped past [RuleFile] finds nothing to execute
    /// it.
    static DmnEngine engine() {
        var configuration =
                (DefaultDmnEngineConfiguration) DmnEngineConfiguration.createDefaultDmnEngineConfiguration();
        configuration.setDefaultInputExpressionExpressionLanguage(RuleFile.FEEL);
        configuration.setDefaultInputEntryExpressionLanguage(RuleFile.FEEL);
        configuration.setDefaultOutputEntryExpressionLanguage(RuleFile.FEEL);
        configuration.setDefaultLiteralExpressionLanguage(RuleFile.FEEL);
        configuration.setScriptEngineResolver(_ -> {
            throw new IllegalStateException("priority tables run no script");
        });
        configuration.setElProvider(_ -> {
            throw new IllegalStateException("priority tables run no expression language but FEEL");
        });
        return configuration.buildEngine();
    }
}
