// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking.web;

import org.springframework.context.annotation.Import;

/// What stands behind the pages in their tests, beside links and clusters.
@Import({
    SampleAlerts.class,
    SampleContradictions.class,
    SampleDecisions.class,
    SampleFalseLinks.class,
    SampleGrowth.class,
    SampleRenewals.class,
    SampleReviews.class
})
final class Samples {}
