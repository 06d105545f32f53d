// SPDX-License-Identifier: Apache-2.0

/// One report document of the provider interface: builders that read as prose, and the writer that puts every element
/// where the contract wants it. Does not validate values: a test may state whatever it likes, in the right order.
@NullMarked
package org.harborline.synthetic.reports;

import org.jspecify.annotations.NullMarked;
