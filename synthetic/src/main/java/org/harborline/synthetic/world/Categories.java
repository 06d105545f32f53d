// SPDX-License-Identifier: Apache-2.0
package org.harborline.synthetic.world;

import java.util.List;
import org.harborline.synthetic.reports.Category;

/// The categories, as often as they were chosen in 2024 (counts in hundreds, of 20.5 million).
final class Categories {

    static final Mix<Share> MIX = new Mix<>(
            List.of(
                    new Share(Category.CSAM, 198_543),
                    new Share(Category.ENTICEMENT, 5_463),
                    new Share(Category.UNSOLICITED, 335),
                    new Share(Category.TRAFFICKING, 268),
                    new Share(Category.MOLESTATION, 222),
                    new Share(Category.MISLEADING_DOMAIN, 145),
                    new Share(Category.MISLEADING_WORDS, 122),
                    new Share(Category.TOURISM, 29)),
            Share::count);

    private Categories() {}

    record Share(Category category, int count) {}
}
