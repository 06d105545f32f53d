// SPDX-License-Identifier: Apache-2.0
package org.harborline.access.web;

import org.harborline.access.AccessProblem;
import org.harborline.platform.ProblemException;
import org.springframework.ui.Model;

/// Shows a refusal above the form that caused it.
final class Problems {

    private Problems() {}

    /// Lets refusals of other modules go on to their own renderer.
    static void show(ProblemException problem, Model model) {
        if (!(problem.type() instanceof AccessProblem)) {
            throw problem;
        }
        model.addAttribute("problem", "problem." + problem.type().slug() + ".detail");
        model.addAttribute("problemArguments", problem.arguments().toArray());
    }
}
