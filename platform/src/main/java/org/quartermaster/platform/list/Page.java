package org.quartermaster.platform.list;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.ws.rs.core.UriBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.quartermaster.platform.rest.Call;

/**
 * What a list answers.
 *
 * @param total rows that match, or a lower bound where {@code totalExact} is false; both missing where not counted
 * @param nextCursor of the next page; missing on the last one
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Page<T>(List<T> items, Long total, Boolean totalExact, String nextCursor) {
    private static final Set<String> PLACE = Set.of("cursor", "offset");

    /** The page of a part of a list. */
    public static <T> Page<T> of(Slice<T> slice) {
        return new Page<>(
                slice.items(), slice.total(), slice.total() == null ? null : slice.totalExact(), slice.next());
    }

    /** The {@code Link} header of a part of a list (RFC 8288): its first part, the next and the previous one. */
    public static String links(Call call, Slice<?> slice) {
        var links = new ArrayList<String>();
        links.add(link(call, null, "first"));
        if (slice.next() != null) {
            links.add(link(call, slice.next(), "next"));
        }
        if (slice.previous() != null) {
            links.add(link(call, slice.previous(), "prev"));
        }
        return String.join(", ", links);
    }

    private static String link(Call call, String cursor, String relation) {
        var uri = UriBuilder.fromPath(call.path());
        call.parameters().forEach((name, values) -> {
            if (!PLACE.contains(name)) {
                values.forEach(value -> uri.queryParam(name, "{v}").resolveTemplate("v", value));
            }
        });
        if (cursor != null) {
            uri.queryParam("cursor", cursor);
        }
        return "<" + uri.build() + ">; rel=\"" + relation + "\"";
    }
}
