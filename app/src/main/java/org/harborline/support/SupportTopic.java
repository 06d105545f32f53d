// SPDX-License-Identifier: Apache-2.0
package org.harborline.support;

/// What somebody asks for, in the words of the form.
public enum SupportTopic {
    TALK,
    REMOVAL,
    MY_REPORT,
    RIGHTS,
    HELP_NEARBY,
    OTHER
}
