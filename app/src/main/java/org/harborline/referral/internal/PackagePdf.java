// SPDX-License-Identifier: Apache-2.0
package org.harborline.referral.internal;

import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import com.openhtmltopdf.util.XRLog;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.harborline.referral.PackageDocument;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/// Lays a package out for people: PDF/A-2 with tags for screen readers, vendored fonts, nothing fetched, nothing
/// clickable.
final class PackagePdf {

    private final SpringTemplateEngine templates = new SpringTemplateEngine();
    private final PackageFonts fonts = new PackageFonts();

    PackagePdf() {
        // it prints past our log, and its warnings quote what it lays out
        XRLog.setLoggingEnabled(false);
        var resolver = new ClassLoaderTemplateResolver(PackagePdf.class.getClassLoader());
        resolver.setPrefix("templates/");
        resolver.setSuffix(".html");
        resolver.setCharacterEncoding("UTF-8");
        // XML mode refuses a template that is not well formed, which the layout engine would refuse later
        resolver.setTemplateMode(TemplateMode.XML);
        templates.setTemplateResolver(resolver);
        var messages = new ResourceBundleMessageSource();
        messages.setBasename("messages/referral");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        templates.setTemplateEngineMessageSource(messages);
    }

    /// Lays the document out.
    ///
    /// @param language of headings and sentences; received text stays as it is
    byte[] render(PackageDocument document, Locale language) {
        var out = new ByteArrayOutputStream();
        var builder = new PdfRendererBuilder();
        builder.withHtmlContent(html(document, language), null);
        builder.usePdfAConformance(PdfAConformance.PDFA_2_A);
        builder.usePdfUaAccessibility(true);
        builder.useColorProfile(ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData());
        builder.withProducer("Harborline");
        builder.useExternalResourceAccessControl(
                (_, _) -> false, ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI);
        builder.toStream(out);
        try (var pages = new PDDocument()) {
            builder.usePDDocument(pages);
            fonts.register(builder, pages);
            builder.run();
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
        return out.toByteArray();
    }

    /// What is laid out.
    String html(PackageDocument document, Locale language) {
        var context = new Context(language);
        context.setVariable("d", document);
        context.setVariable("p", new PackagePage(fonts));
        String html = templates.process("referral/package-pdf", context);
        fonts.requireGlyphs(html);
        return html;
    }
}
