// SPDX-License-Identifier: Apache-2.0
package org.harborline.access;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// A handler for which having signed in this morning is not enough: the holder must have given the second factor, or
/// the password where there is none, within the last ten minutes, and is asked for it again otherwise.
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface FreshFactor {

    /// Address to which the holder returns after confirming, for handlers that are not pages. It may name variables of
    /// the handler's own address, as in `/reports/{number}`. Empty means that address itself.
    String back() default "";
}
