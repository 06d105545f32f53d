// SPDX-License-Identifier: Apache-2.0
package org.harborline.intake.web;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// On handlers that are called beyond the limit too, because what they are sent may be an escalation. They look, and
/// refuse the rest with [CallLimits#refusal].
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@interface HearsEscalations {}
