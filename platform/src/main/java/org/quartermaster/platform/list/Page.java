package org.quartermaster.platform.list;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * What a list answers.
 *
 * @param total rows that match, or a lower bound where {@code totalExact} is false; both missing where not counted
 * @param nextCursor of the next page; missing on the last one
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Page<T>(List<T> items, Long total, Boolean totalExact, String nextCursor) {

    public static <T> Page<T> of(Slice<T> slice) {
        return new Page<>(
                slice.items(), slice.total(), slice.total() == null ? null : slice.totalExact(), slice.next());
    }
}
