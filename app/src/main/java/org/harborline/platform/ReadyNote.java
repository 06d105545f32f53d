// SPDX-License-Identifier: Apache-2.0
package org.harborline.platform;

import java.util.List;

/// Lines that a module adds below `ready …` when a server has started, such as the sample sign-ins of a demo or the
/// one-time link of a first
/// run.
public interface ReadyNote {

    List<String> lines();
}
