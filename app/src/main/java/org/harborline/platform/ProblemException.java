// SPDX-License-Identifier: Apache-2.0
package org.harborline.platform;

import java.util.List;

/// A refusal that the caller can act on. Rendered as XML, JSON or a page by the one renderer of that kind. Arguments
/// are ids and limits,
/// never input values.
public final class ProblemException extends RuntimeException {

    private final transient ProblemType type;
    private final transient List<Object> arguments;

    public ProblemException(ProblemType type, Object... arguments) {
        super(type.slug(), null, false, false);
        this.type = type;
        this.arguments = List.of(arguments);
    }

    public ProblemType type() {
        return type;
    }

    public List<Object> arguments() {
        return arguments;
    }
}
