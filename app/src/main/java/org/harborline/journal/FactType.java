// SPDX-License-Identifier: Apache-2.0
package org.harborline.journal;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// The permanent name of a fact, stored in the journal. Class names may change, this never does.
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface FactType {

    /// Module and past participle in kebab case, such as `intake.report-filed`.
    String value();

    /// Raised when the body changes shape; followers then handle both.
    int version() default 1;
}
