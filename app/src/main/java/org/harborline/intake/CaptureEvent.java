// SPDX-License-Identifier: Apache-2.0
package org.harborline.intake;

/// What an account was doing when an address or device was seen. Names as on the wire.
public enum CaptureEvent {
    LOGIN,
    REGISTRATION,
    PURCHASE,
    UPLOAD,
    OTHER,
    UNKNOWN
}
