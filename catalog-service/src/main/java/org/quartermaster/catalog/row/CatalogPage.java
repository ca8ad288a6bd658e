package org.quartermaster.catalog.row;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.quartermaster.platform.list.Slice;

/**
 * What a list answers.
 *
 * @param limit how many items a page has at most
 * @param nextCursor of the next page; missing on the last one
 * @param total rows that match, or a lower bound where {@code totalExact} is false
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CatalogPage<T>(List<T> items, int limit, String nextCursor, Long total, Boolean totalExact) {

    /** The page of a part of a list. */
    public static <T> CatalogPage<T> of(Slice<T> slice) {
        return new CatalogPage<>(
                slice.items(),
                slice.limit(),
                slice.next(),
                slice.total(),
                slice.total() == null ? null : slice.totalExact());
    }
}
