// SPDX-License-Identifier: Apache-2.0
package org.harborline.synthetic.world;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.ToIntFunction;

/// Draws from a list so that each element comes up in proportion to its weight.
final class Mix<T> {

    private final List<T> elements;
    private final List<Integer> bounds = new ArrayList<>();
    private final int total;

    Mix(List<T> elements, ToIntFunction<T> weight) {
        this.elements = List.copyOf(elements);
        int sum = 0;
        for (T element : this.elements) {
            sum += weight.applyAsInt(element);
            bounds.add(sum);
        }
        total = sum;
    }

    T draw(Random random) {
        int at = random.nextInt(total);
        int index = 0;
        while (bounds.get(index) <= at) {
            index++;
        }
        return elements.get(index);
    }
}
