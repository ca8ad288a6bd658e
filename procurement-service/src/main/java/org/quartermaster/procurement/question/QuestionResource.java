package org.quartermaster.procurement.question;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.quartermaster.platform.change.Idempotency;
import org.quartermaster.platform.problem.Messages;
import org.quartermaster.platform.rest.Call;
import org.quartermaster.platform.rest.Fields;
import org.quartermaster.platform.security.Roles;
import org.quartermaster.procurement.config.SystemConfig;
import org.quartermaster.procurement.fraud.Visit;

/** Questions about tenders, answered from what they and their documents say. */
@Path("/api/v1/questions")
@Tag(name = "questions")
@RolesAllowed(Roles.VIEWER)
public final class QuestionResource {
    private final Call call;
    private final Asking asking;
    private final PassageSearch search;
    private final SystemConfig settings;
    private final ObjectMapper json;

    @Inject
    QuestionResource(Call call, Asking asking, PassageSearch search, SystemConfig settings, ObjectMapper json) {
        this.call = call;
        this.asking = asking;
        this.search = search;
        this.settings = settings;
        this.json = json;
    }

    @POST
    @Produces({MediaType.APPLICATION_JSON, MediaType.SERVER_SENT_EVENTS})
    @Operation(
            summary = "Ask a question about tenders; the answer is made of sentences of the sources",
            description = "tender_ids and criteria narrow the tenders down before anything is searched. Where"
                    + " text/event-stream is accepted: the events sources, answer and done, the last of which is the"
                    + " whole answer. Each answer counts on the quota of questions.")
    @APIResponseSchema(QuestionAnswer.class)
    public Uni<Response> ask(byte[] body) {
        var question =
                QuestionInput.question(call.json(body, Fields.Nulls.IGNORED), settings.integer("questions.top_k"));
        var visit = new Visit(call.address(), call.header("User-Agent"), null);
        var isStream = AnswerStream.isAccepted(call.header("Accept"));
        var language = Messages.language(call.header("Accept-Language"));
        return asking.ask(call.caller(), Idempotency.key(call, body), visit, question, language)
                .map(answer -> isStream ? AnswerStream.of(answer, json) : answer.response());
    }

    @POST
    @Path("semantic-search")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Find passages of tenders and their documents that come closest to a text",
            description =
                    "As the sources of an answer are found; at most three of one tender, unless one is asked for.")
    @APIResponseSchema(PassageItems.class)
    public Uni<PassageItems> find(byte[] body) {
        var query = QuestionInput.query(call.json(body, Fields.Nulls.IGNORED));
        return search.find(call.caller(), query.text(), query.scope(), query.topK())
                .map(result -> new PassageItems(result.found()));
    }

    /** What a search by meaning gives. */
    @Schema(name = "PassageItems")
    record PassageItems(List<Found> items) {}
}
