package org.quartermaster.procurement.ocds;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/**
 * A release that can be placed: it has an ocid, an id and a readable date.
 *
 * @param body the release after its repairs
 * @param hash SHA-256 of the canonical JSON as it came, in hexadecimal
 */
public record Release(
        String ocid, String id, boolean idGenerated, Instant date, String hash, ObjectNode body) {
    private static final List<String> STAGES =
            List.of("planning", "tender", "award", "contract", "implementation", "compiled");

    /** The order of compiling: instant, stage, id, content. */
    public static final Comparator<Release> ORDER = Comparator.comparing(Release::date)
            .thenComparingInt(Release::stage)
            .thenComparing(Release::id)
            .thenComparing(Release::hash);

    /** The date as the release writes it. */
    public String dateText() {
        return body.path("date").asText();
    }

    public List<String> tags() {
        return Texts.list(body.path("tag"));
    }

    /** The last stage that a tag names; -1 without tags, so that such a release comes first in its instant. */
    int stage() {
        int last = -1;
        for (JsonNode tag : body.path("tag")) {
            last = Math.max(last, stageOf(tag.asText()));
        }
        return last;
    }

    private static int stageOf(String tag) {
        for (int i = 0; i < STAGES.size(); i++) {
            if (tag.startsWith(STAGES.get(i))) {
                return i;
            }
        }
        return -1;
    }
}
