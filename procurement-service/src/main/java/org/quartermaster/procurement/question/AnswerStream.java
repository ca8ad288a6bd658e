package org.quartermaster.procurement.question;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.quartermaster.platform.rest.Answer;

/** An answer as server-sent events: the sources, the text, and at last all of it. */
final class AnswerStream {
    private AnswerStream() {}

    /** True where the client would rather have events than JSON. */
    static boolean isAccepted(String accept) {
        return accept != null && accept.contains(MediaType.SERVER_SENT_EVENTS);
    }

    static Response of(Answer answer, ObjectMapper json) {
        JsonNode whole = json.valueToTree(answer.body());
        var events =
                event("sources", whole.path("sources")) + event("answer", whole.path("answer")) + event("done", whole);
        return Response.status(answer.status())
                .entity(events)
                .type(MediaType.SERVER_SENT_EVENTS)
                .build();
    }

    /** NB: JSON on one line, so that no line of a text is taken for a field of the event. */
    private static String event(String name, JsonNode data) {
        return "event: " + name + "\ndata: " + data + "\n\n";
    }
}
