// SPDX-License-Identifier: Apache-2.0
package org.harborline.referral.internal;

import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.harborline.intake.ReceivedReport;
import org.harborline.platform.Code;
import org.jspecify.annotations.Nullable;

/// Records that differ from one in a single component, however deep it lies: another value, and none where none is
/// allowed. What reads the same for two of them has lost something.
final class Variants {

    private Variants() {}

    /// By path of the component, which is in all of them the only one that differs.
    static Map<String, List<ReceivedReport>> of(ReceivedReport report) {
        var all = new LinkedHashMap<String, List<ReceivedReport>>();
        components(report)
                .forEach((path, others) -> all.put(
                        path, others.stream().map(ReceivedReport.class::cast).toList()));
        return all;
    }

    private static Map<String, List<Object>> deep(Object value) {
        return switch (value) {
            case Record record -> components(record);
            case List<?> list -> replaced(deep(list.getFirst()), other -> withFirst(list, other));
            default -> Map.of("", List.of(another(value)));
        };
    }

    private static Map<String, List<Object>> components(Record record) {
        var all = new LinkedHashMap<String, List<Object>>();
        var components = record.getClass().getRecordComponents();
        for (int i = 0; i < components.length; i++) {
            int at = i;
            var component = components[i];
            Object value = values(record)[i];
            if (value == null) {
                throw new IllegalArgumentException("nothing in " + component + ": say everything");
            }
            replaced(deep(value), other -> with(record, at, other))
                    .forEach((path, others) ->
                            all.put(component.getName() + (path.isEmpty() ? "" : "." + path), new ArrayList<>(others)));
            if (component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
                all.computeIfAbsent(component.getName(), _ -> new ArrayList<>()).add(with(record, at, null));
            }
        }
        return all;
    }

    private static Map<String, List<Object>> replaced(Map<String, List<Object>> others, UnaryOperator<Object> put) {
        return others.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        entry -> entry.getValue().stream().map(put).toList(),
                        (one, _) -> one,
                        LinkedHashMap::new));
    }

    private static List<Object> withFirst(List<?> list, Object first) {
        var changed = new ArrayList<Object>(list);
        changed.set(0, first);
        return changed;
    }

    private static Object another(Object value) {
        return switch (value) {
            case Boolean said -> !said;
            case Integer number -> number + 1;
            case Long number -> number + 1;
            case String text -> text + "x";
            case Instant instant -> instant.plusSeconds(61);
            case ZoneOffset _ -> ZoneOffset.ofHours(-7);
            case LocalDate day -> day.plusDays(1);
            case UUID _ -> new UUID(7, 7);
            case Set<?> _ -> Set.of(Code.of("another"));
            case Enum<?> constant -> next(constant);
            default -> throw new IllegalArgumentException("no other " + value.getClass());
        };
    }

    private static Object next(Enum<?> constant) {
        var all = List.of(constant.getDeclaringClass().getEnumConstants());
        return all.get((all.indexOf(constant) + 1) % all.size());
    }

    private static Record with(Record record, int at, @Nullable Object value) {
        var values = values(record);
        values[at] = value;
        var types = Arrays.stream(record.getClass().getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class<?>[]::new);
        try {
            return record.getClass().getDeclaredConstructor(types).newInstance(values);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static @Nullable Object[] values(Record record) {
        return Arrays.stream(record.getClass().getRecordComponents())
                .map(component -> {
                    try {
                        return component.getAccessor().invoke(record);
                    } catch (ReflectiveOperationException impossible) {
                        throw new IllegalStateException(impossible);
                    }
                })
                .toArray();
    }
}
