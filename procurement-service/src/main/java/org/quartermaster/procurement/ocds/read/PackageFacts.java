package org.quartermaster.procurement.ocds.read;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.quartermaster.procurement.ocds.Texts;

/** What a package says of itself; null where it does not. */
public record PackageFacts(
        String uri, String publishedDate, JsonNode publisher, String license, String publicationPolicy, List<String> extensions) {
    static PackageFacts of(JsonNode members) {
        return new PackageFacts(
                Texts.of(members.path("uri")),
                Texts.of(members.path("publishedDate")),
                members.path("publisher").isObject() ? members.get("publisher") : null,
                Texts.of(members.path("license")),
                Texts.of(members.path("publicationPolicy")),
                Texts.list(members.path("extensions")));
    }
}
