// SPDX-License-Identifier: Apache-2.0
package org.harborline.platform.web;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.thymeleaf.context.IExpressionContext;
import org.thymeleaf.dialect.IExpressionObjectDialect;
import org.thymeleaf.expression.IExpressionObjectFactory;

/// Gives templates `#frame` and `#moments`. Unlike `@bean` these may stand in every attribute, because Thymeleaf
/// forbids
/// beans where an attribute's name or a link could come from outside.
final class FrameDialect implements IExpressionObjectDialect, IExpressionObjectFactory {

    private final Map<String, Object> objects;

    FrameDialect(Frame frame, Moments moments) {
        this.objects = Map.of("frame", frame, "moments", moments);
    }

    @Override
    public String getName() {
        return "Harborline";
    }

    @Override
    public IExpressionObjectFactory getExpressionObjectFactory() {
        return this;
    }

    @Override
    public Set<String> getAllExpressionObjectNames() {
        return objects.keySet();
    }

    @Override
    public @Nullable Object buildObject(IExpressionContext context, String name) {
        return objects.get(name);
    }

    @Override
    public boolean isCacheable(String name) {
        return true;
    }
}
