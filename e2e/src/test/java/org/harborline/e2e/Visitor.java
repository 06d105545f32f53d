// SPDX-License-Identifier: Apache-2.0
package org.harborline.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.LoadState;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Somebody at a browser of their own. Notices what goes wrong on the pages they see: scripts that fail, requests to
/// other machines, answers of 500.
final class Visitor implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final BrowserContext context;
    private final URI address;
    private final Page page;
    private final List<String> mishaps = new ArrayList<>();

    Visitor(BrowserContext context, URI address) {
        this.context = context;
        this.address = address;
        this.page = context.newPage();
        page.onConsoleMessage(message -> {
            if ("error".equals(message.type())) {
                mishaps.add(page.url() + " says: " + message.text());
            }
        });
        page.onPageError(error -> mishaps.add(page.url() + " throws: " + error));
        page.onRequest(request -> {
            if (!request.url().startsWith(address.toString()) && request.url().startsWith("http")) {
                mishaps.add(page.url() + " asks another machine: " + request.url());
            }
        });
        page.onResponse(response -> {
            if (response.status() >= 500) {
                mishaps.add(response.url() + " answered " + response.status());
            }
        });
    }

    Page page() {
        return page;
    }

    /// Everything that went wrong so far.
    List<String> mishaps() {
        return List.copyOf(mishaps);
    }

    /// Goes to a path of the server and waits until its panels are there.
    Response go(String path) {
        var response = page.navigate(address.resolve(path).toString());
        readOn();
        return response;
    }

    /// Presses the one button or link of that name on the page and waits for what comes.
    void press(String name) {
        var button = page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
        var link = page.getByRole(
                AriaRole.LINK, new Page.GetByRoleOptions().setName(name).setExact(true));
        press(button.or(link));
    }

    /// Presses something and waits for what comes.
    void press(Locator one) {
        one.click();
        page.waitForLoadState(LoadState.NETWORKIDLE);
    }

    /// Waits until the report page has fetched its panels, and no longer. Without scripts there is nothing to wait for.
    void readOn() {
        page.waitForFunction("() => !window.htmx || !document.querySelector('.hl-panel[hx-get]')");
    }

    /// Loads the page again until what is looked for is on it: somebody else, or a job, is at work on it.
    void reloadUntil(Locator there) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (there.count() == 0 && System.nanoTime() < end) {
            page.reload();
            page.waitForLoadState(LoadState.NETWORKIDLE);
            readOn();
        }
        assertThat(there.first()).isVisible();
    }

    /// The path where the visitor is now.
    String path() {
        return URI.create(page.url()).getPath();
    }

    /// Signs in with a sample sign-in.
    void signIn(String name) {
        go("/sign-in");
        page.locator("input[name=name]").fill(name);
        page.locator("input[name=password]").fill(name);
        page.locator("main form button").first().click();
        assertThat(page).not().hasURL(Pattern.compile(".*/sign-in.*"));
        readOn();
    }

    /// Looks at the page this way from now on.
    void look(Look look) {
        page.setViewportSize(look.width(), 900);
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(look.scheme()));
    }

    /// Paths of this server that the page links to, with their queries.
    List<String> links() {
        Object found = page.evaluate("""
                () => [...document.querySelectorAll('a[href]')]
                      .map(link => new URL(link.href))
                      .filter(url => url.origin === location.origin)
                      .map(url => url.pathname + url.search)""");
        return ((List<?>) found).stream().map(String::valueOf).distinct().toList();
    }

    /// What keeps people out of this page, as sentences. Asked for directly: the library's own way describes all that
    /// is right as well, which takes most of the time.
    List<String> barriers() {
        if (!(Boolean) page.evaluate("() => 'axe' in window")) {
            page.evaluate(AxeBuilder.getAxeScript());
        }
        Object found = page.evaluate("""
                () => axe.run(document, {resultTypes: ['violations']}).then(results => results.violations.map(rule =>
                  rule.id + ', ' + rule.help + '\\n      ' + rule.nodes.slice(0, 5).map(node => node.html).join('\\n      ')))""");
        return ((List<?>) found)
                .stream().map(barrier -> path() + ": " + barrier).toList();
    }

    /// Whether the page has to be pushed sideways to be read.
    boolean isTooWide() {
        return (Boolean)
                page.evaluate("() => document.documentElement.scrollWidth > document.documentElement.clientWidth");
    }

    /// Whether the bar on top is more than one row.
    boolean hasABrokenBar() {
        return (Boolean) page.evaluate("() => document.querySelector('.hl-bar').offsetHeight > 64");
    }

    @Override
    public void close() {
        context.close();
    }
}
