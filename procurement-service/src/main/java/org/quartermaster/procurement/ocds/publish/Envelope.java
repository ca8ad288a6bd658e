package org.quartermaster.procurement.ocds.publish;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import org.quartermaster.procurement.ocds.Json;
import org.quartermaster.procurement.ocds.schema.CompactSchema;
import org.quartermaster.procurement.ocds.schema.Shape;

/** What a package says of itself; licence and policy may be null. */
public record Envelope(
        String uri,
        Instant publishedDate,
        JsonNode publisher,
        String license,
        String publicationPolicy,
        Collection<String> extensions) {
    private static final Shape SHAPE = CompactSchema.envelope();

    /** The members of a package but for its releases or records, valid whatever the source gave. */
    ObjectNode members() {
        var members = Json.NODES.objectNode();
        members.put("uri", uri);
        members.put("version", "1.1");
        var listed = members.putArray("extensions");
        extensions.stream().distinct().forEach(listed::add);
        members.put("publishedDate", publishedDate.truncatedTo(ChronoUnit.SECONDS).toString());
        members.set("publisher", publisher);
        members.put("license", license);
        members.put("publicationPolicy", publicationPolicy);
        return Mending.mend(members, SHAPE).value();
    }
}
