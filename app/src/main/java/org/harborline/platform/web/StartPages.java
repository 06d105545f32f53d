// SPDX-License-Identifier: Apache-2.0
package org.harborline.platform.web;

import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/// The page at the door. Open to everybody; whoever is signed in goes on to the first of their pages.
@Controller
class StartPages {

    private final Frame frame;

    StartPages(Frame frame) {
        this.frame = frame;
    }

    @GetMapping("/")
    String start() {
        return Stream.concat(frame.navigation().stream(), frame.operation().stream())
                .findFirst()
                .map(link -> "redirect:" + link.path())
                .orElse("platform/start");
    }
}
