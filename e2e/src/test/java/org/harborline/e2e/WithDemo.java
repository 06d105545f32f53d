// SPDX-License-Identifier: Apache-2.0
package org.harborline.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/// Gives tests the shared [Demo] and [Browsing], started with the first test that asks and stopped with the last, the
/// shared [Work], and a [Story] of their own.
final class WithDemo implements ParameterResolver, AfterEachCallback {

    private static final Namespace HERE = Namespace.create(WithDemo.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        var type = parameter.getParameter().getType();
        return type == Demo.class || type == Browsing.class || type == Story.class || type == Work.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        var type = parameter.getParameter().getType();
        if (type == Demo.class) {
            return demo(context);
        }
        if (type == Work.class) {
            return work(context);
        }
        return type == Browsing.class ? browsing(context) : story(context);
    }

    private static Demo demo(ExtensionContext context) {
        return context.getRoot().getStore(HERE).computeIfAbsent(Demo.class, _ -> started(), Demo.class);
    }

    private static Demo started() {
        try {
            return Demo.start();
        } catch (IOException cannot) {
            throw new UncheckedIOException("the demo server does not start", cannot);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while the demo server started", stopped);
        }
    }

    private static Browsing browsing(ExtensionContext context) {
        var demo = demo(context);
        return context.getRoot()
                .getStore(HERE)
                .computeIfAbsent(Browsing.class, _ -> Browsing.start(demo.address()), Browsing.class);
    }

    private static Work work(ExtensionContext context) {
        var demo = demo(context);
        var browsing = browsing(context);
        return context.getRoot().getStore(HERE).computeIfAbsent(Work.class, _ -> Work.done(demo, browsing), Work.class);
    }

    private static Story story(ExtensionContext context) {
        var demo = demo(context);
        var browsing = browsing(context);
        return context.getStore(HERE).computeIfAbsent(Story.class, _ -> new Story(demo, browsing), Story.class);
    }

    /// Here and not when the store is cleared, so that mishaps fail the test.
    @Override
    public void afterEach(ExtensionContext context) {
        var story = context.getStore(HERE).remove(Story.class, Story.class);
        if (story != null) {
            story.close();
        }
    }
}
