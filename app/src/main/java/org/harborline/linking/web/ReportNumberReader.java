// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking.web;

import org.harborline.intake.ReportNumber;
import org.springframework.core.convert.converter.Converter;
import org.springframework.stereotype.Component;

/// Reads report numbers in addresses.
@Component
class ReportNumberReader implements Converter<String, ReportNumber> {

    @Override
    public ReportNumber convert(String text) {
        return new ReportNumber(Long.parseLong(text));
    }
}
