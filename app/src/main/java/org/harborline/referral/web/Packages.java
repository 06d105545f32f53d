// SPDX-License-Identifier: Apache-2.0
package org.harborline.referral.web;

import java.util.Base64;
import org.harborline.platform.Actor;
import org.harborline.platform.Permission;
import org.harborline.referral.DeliveryId;
import org.harborline.referral.Feedback;
import org.harborline.referral.NightCalls;
import org.harborline.referral.Referrals;
import org.harborline.referral.ReturnReason;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/// A package as a page and as its file, the same for the agency and for whoever sent it.
@Component
class Packages {

    private final Referrals referrals;
    private final NightCalls calls;

    Packages(Referrals referrals, NightCalls calls) {
        this.referrals = referrals;
        this.calls = calls;
    }

    /// The whole of it, and what the reader may do.
    ///
    /// @param base where the reader finds packages
    /// @param tail what follows the id in the address of such a page
    String page(Actor actor, DeliveryId id, String base, String tail, Model model) {
        model.addAttribute("document", referrals.read(actor, id));
        model.addAttribute("d", referrals.get(actor, id));
        model.addAttribute("call", calls.of(actor, id).orElse(null));
        model.addAttribute("companions", referrals.companions(actor, id));
        model.addAttribute("base", base);
        model.addAttribute("tail", tail);
        model.addAttribute("mayAnswer", actor.may(Permission.PACKAGE_ANSWER));
        model.addAttribute("returnReasons", ReturnReason.values());
        model.addAttribute("statuses", Feedback.Status.values());
        model.addAttribute("closedReasons", Feedback.ClosedReason.values());
        model.addAttribute("notUseful", Feedback.NotUseful.values());
        return "referral/agency-package";
    }

    /// The file as it was signed. Never shown in the browser, always saved.
    ResponseEntity<byte[]> file(Actor actor, DeliveryId id) {
        var download = referrals.download(actor, id);
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(download.fileName())
                                .build()
                                .toString())
                .header("X-Content-Type-Options", "nosniff")
                .body(Base64.getDecoder().decode(download.base64()));
    }
}
