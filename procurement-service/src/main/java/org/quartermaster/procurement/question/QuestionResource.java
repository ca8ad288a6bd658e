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
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.problem.Messages;
import org.quartermaster.platform.rest.Answer;
import org.quartermaster.platform.rest.Call;
import org.quartermaster.platform.rest.Fields;
import org.quartermaster.platform.security.Roles;
import org.quartermaster.procurement.config.SystemConfig;
import org.quartermaster.procurement.fraud.Screening;
import org.quartermaster.procurement.fraud.Visit;
import org.quartermaster.procurement.quota.WindowKind;
import org.quartermaster.procurement.quota.Windows;

/** Questions about tenders, answered from what they and their documents say. */
@Path("/api/v1/questions")
@Tag(name = "questions")
@RolesAllowed(Roles.VIEWER)
public final class QuestionResource {
    private final Call call;
    private final Questions questions;
    private final PassageSearch search;
    private final Screening screening;
    private final Windows windows;
    private final Idempotency idempotency;
    private final SystemConfig settings;
    private final ObjectMapper json;

    @Inject
    QuestionResource(
            Call call,
            Questions questions,
            PassageSearch search,
            Screening screening,
            Windows windows,
            Idempotency idempotency,
            SystemConfig settings,
            ObjectMapper json) {
        this.call = call;
        this.questions = questions;
        this.search = search;
        this.screening = screening;
        this.windows = windows;
        this.idempotency = idempotency;
        this.settings = settings;
        this.json = json;
    }

    /** NB: one unit of the quota is taken in the transaction that keeps the answer: what fails is not charged. */
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
        var caller = call.caller();
        var key = Idempotency.key(call, body);
        var isStream = AnswerStream.isAccepted(call.header("Accept"));
        var language = Messages.language(call.header("Accept-Language"));
        return screening
                .question(caller, new Visit(call.address(), call.header("User-Agent"), null))
                .chain(() -> questions.answer(caller, question, language))
                .chain(answer -> idempotency.once(caller, key, unit -> keep(unit, question, answer)))
                .map(answer -> isStream ? AnswerStream.of(answer, json) : answer.response());
    }

    private Uni<Answer> keep(UnitOfWork unit, QuestionInput question, QuestionAnswer answer) {
        return windows.take(unit, WindowKind.QUESTIONS)
                .chain(() -> questions.remember(unit, question, answer))
                .replaceWith(() -> Answer.ok(answer, null));
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
