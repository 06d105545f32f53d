// SPDX-License-Identifier: Apache-2.0
package org.harborline.synthetic.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class ScriptTests {

    @Test
    void hasTheTransactionsOfAReport() throws IOException {
        var script = Script.named("intake-ceiling.sql");

        assertThat(script.statements("open")).hasSize(3).allMatch(sql -> sql.contains("INSERT INTO ceiling."));
        assertThat(script.statements("finish")).hasSize(2);
        assertThat(script.statements("file")).hasSize(5).allMatch(sql -> sql.contains("INSERT INTO ceiling."));
        assertThat(script.statements("order")).hasSize(3);
        assertThat(script.statement("credential")).startsWith("SELECT").endsWith("?");
        assertThat(script.statement("sample")).doesNotContain("--", ";");
    }

    @Test
    void touchesNoTableOfTheServerButToReadIt() throws IOException {
        var script = Script.named("intake-ceiling.sql");

        for (String section : new String[] {"open", "finish", "file", "order"}) {
            assertThat(script.statements(section))
                    .noneMatch(sql -> sql.contains("intake.") && !sql.contains("'intake.report-filed'"))
                    .noneMatch(sql -> sql.contains("journal.") || sql.contains("vault."));
        }
    }

    @Test
    void saysWhichSectionIsMissing() throws IOException {
        var script = Script.named("intake-ceiling.sql");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> script.statements("nowhere"))
                .withMessageContaining("nowhere");
    }
}
