// SPDX-License-Identifier: Apache-2.0
package org.harborline.synthetic.wire;

/// How the filing of one report ended.
public sealed interface Outcome {

    /// The server has it, once.
    record Filed(long reportId) implements Outcome {}

    /// The server will not have it, and said why.
    record Refused(Answer answer) implements Outcome {}

    /// The server acknowledged the report as open and then did not know it, or never answered the finish in time.
    record Unsettled(long reportId) implements Outcome {}

    /// The server could not be reached for as long as the filer's patience lasts.
    record Unreached() implements Outcome {}
}
