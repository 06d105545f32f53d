// SPDX-License-Identifier: Apache-2.0
package org.harborline.e2e;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The browser of the machine, started once. Whoever signs in is remembered, so that tests do not sign in again and
/// again.
final class Browsing implements AutoCloseable {

    private static final List<String> FLAGS = List.of(
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private final Playwright playwright;
    private final Browser browser;
    private final URI address;
    private final Map<String, String> signedIn = new HashMap<>();

    private Browsing(Playwright playwright, Browser browser, URI address) {
        this.playwright = playwright;
        this.browser = browser;
        this.address = address;
    }

    /// Starts the browser.
    ///
    /// @param address of the server that is visited
    static Browsing start(URI address) {
        PlaywrightAssertions.setDefaultAssertionTimeout(30_000);
        var playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        var browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(Path.of(System.getProperty("harborline.chromium", "/usr/bin/chromium")))
                        .setArgs(FLAGS));
        return new Browsing(playwright, browser, address);
    }

    /// Somebody who is not signed in.
    Visitor stranger(String language) {
        return new Visitor(context(options(language)), address);
    }

    /// Somebody without scripts, not signed in.
    Visitor withoutScripts() {
        return new Visitor(context(options("en").setJavaScriptEnabled(false)), address);
    }

    /// A sample person, signed in.
    ///
    /// @param name of the sample sign-in; the password is the same
    Visitor person(String name, String language) {
        String state = signedIn.get(name);
        if (state != null) {
            return new Visitor(context(options(language).setStorageState(state)), address);
        }
        var visitor = stranger(language);
        visitor.signIn(name);
        signedIn.put(name, visitor.page().context().storageState());
        return visitor;
    }

    private static Browser.NewContextOptions options(String language) {
        return new Browser.NewContextOptions()
                .setLocale(language)
                .setTimezoneId("UTC")
                .setViewportSize(Look.WIDE, 900)
                .setReducedMotion(com.microsoft.playwright.options.ReducedMotion.REDUCE);
    }

    private BrowserContext context(Browser.NewContextOptions options) {
        var context = browser.newContext(options);
        context.setDefaultTimeout(15_000);
        return context;
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
