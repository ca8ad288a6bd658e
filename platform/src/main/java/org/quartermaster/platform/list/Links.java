package org.quartermaster.platform.list;

import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.UriBuilder;
import java.util.ArrayList;
import org.quartermaster.platform.rest.Call;

/** The {@code Link} header of a page (RFC 8288). */
public final class Links {
    private Links() {}

    public static String of(Call call, Slice<?> slice) {
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
        MultivaluedMap<String, String> parameters = call.parameters();
        parameters.remove("cursor");
        parameters.remove("offset");
        var uri = UriBuilder.fromPath(call.path());
        parameters.forEach((name, values) ->
                values.forEach(value -> uri.queryParam(name, "{" + "v" + "}").resolveTemplate("v", value)));
        if (cursor != null) {
            uri.queryParam("cursor", cursor);
        }
        return "<" + uri.build() + ">; rel=\"" + relation + "\"";
    }
}
