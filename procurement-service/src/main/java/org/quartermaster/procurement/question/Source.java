package org.quartermaster.procurement.question;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A passage that an answer is made of, under the number by which it is cited. */
@Schema(name = "AnswerSource")
record Source(
        int n, String tenderId, UUID docId, Integer chunkIndex, String text, int start, int end, Double similarity) {
    static List<Source> numbered(List<Found> found) {
        var sources = new ArrayList<Source>();
        for (var each : found) {
            sources.add(new Source(
                    sources.size() + 1,
                    each.tenderId(),
                    each.docId(),
                    each.chunkIndex(),
                    each.text(),
                    each.start(),
                    each.end(),
                    each.similarity()));
        }
        return sources;
    }
}
