package org.quartermaster.procurement.message;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.quartermaster.platform.change.Idempotency;
import org.quartermaster.platform.db.Ids;
import org.quartermaster.platform.list.Page;
import org.quartermaster.platform.resource.Endpoints;
import org.quartermaster.platform.rest.Answer;
import org.quartermaster.platform.rest.Call;
import org.quartermaster.platform.rest.Fields;
import org.quartermaster.platform.security.Roles;

/** What people write to each other, and to the operator's support. */
@Path("/api/v1/message-threads")
@Tag(name = "messages")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.VIEWER)
public final class ThreadResource {
    private static final int MAX_SUBJECT = 500;
    private static final int MAX_CONTENT = 10_000;
    private static final int MAX_PEOPLE = 100;
    private static final int MAX_ID = 100;

    private final Call call;
    private final Endpoints endpoints;
    private final ThreadList list;
    private final ThreadService service;
    private final Idempotency idempotency;

    @Inject
    ThreadResource(Call call, Endpoints endpoints, ThreadList list, ThreadService service, Idempotency idempotency) {
        this.call = call;
        this.endpoints = endpoints;
        this.list = list;
        this.service = service;
        this.idempotency = idempotency;
    }

    @GET
    @Operation(summary = "The threads that one takes part in, the liveliest first")
    public Uni<RestResponse<Page<ThreadView>>> find() {
        return endpoints.list(ThreadView.class, list::find);
    }

    @GET
    @Path("{thread_id}")
    @Operation(summary = "One thread")
    @APIResponseSchema(ThreadView.class)
    public Uni<Response> get(String thread_id) {
        return endpoints.get(caller -> list.get(caller, thread_id).map(Answer::ok));
    }

    @POST
    @Operation(summary = "Open a thread with members of the organization, or with the operator's support")
    @APIResponseSchema(value = ThreadView.class, responseCode = "201")
    public Uni<Response> open(byte[] body) {
        var fields = call.json(body, Fields.Nulls.IGNORED);
        fields.require("subject", "content", "kind");
        var opening = new Threads.Opening(
                fields.text("subject", 1, MAX_SUBJECT).value(),
                fields.text("content", 1, MAX_CONTENT).value(),
                fields.word("kind", ThreadKind.class).value(),
                participants(fields),
                fields.text("tender_id", 1, MAX_ID).value());
        fields.checkStrictly();
        return idempotency.once(call, body, unit -> service.open(unit, opening));
    }

    private static ArrayList<UUID> participants(Fields fields) {
        var people = new ArrayList<UUID>();
        var given = fields.texts("participants");
        if (given.size() > MAX_PEOPLE) {
            fields.error("participants", "too_many_values", MAX_PEOPLE);
            return people;
        }
        for (var i = 0; i < given.size(); i++) {
            var id = Ids.parse(given.get(i));
            id.ifPresent(people::add);
            if (id.isEmpty()) {
                fields.error("participants[" + i + "]", "member_not_found");
            }
        }
        return people;
    }

    @PATCH
    @Path("{thread_id}")
    @Operation(summary = "Close or reopen a thread, which shows in it")
    @APIResponseSchema(ThreadView.class)
    public Uni<Response> change(String thread_id, byte[] body) {
        var fields = call.json(body, Fields.Nulls.CLEAR);
        return service.change(call.caller(), thread_id, call.header("If-Match"), fields)
                .map(Answer::response);
    }

    @GET
    @Path("{thread_id}/messages")
    @Operation(summary = "The messages of a thread, the latest first")
    public Uni<RestResponse<Page<MessageView>>> messages(String thread_id) {
        return endpoints.list(MessageView.class, (caller, query) -> list.messages(caller, thread_id, query));
    }

    @POST
    @Path("{thread_id}/messages")
    @Operation(summary = "Add a message; a closed thread takes none")
    @APIResponseSchema(value = MessageView.class, responseCode = "201")
    public Uni<Response> post(String thread_id, byte[] body) {
        var fields = call.json(body, Fields.Nulls.IGNORED);
        fields.require("content");
        var content = fields.text("content", 1, MAX_CONTENT).value();
        fields.checkStrictly();
        return service.post(call.caller(), Idempotency.key(call, body), thread_id, content)
                .map(Answer::response);
    }

    @POST
    @Path("{thread_id}/read")
    @Operation(summary = "Say that one has read all of it")
    @APIResponse(responseCode = "204", description = "Done")
    public Uni<Response> read(String thread_id, byte[] body) {
        call.json(body, Fields.Nulls.IGNORED).checkStrictly();
        return service.read(call.caller(), thread_id).map(Answer::response);
    }
}
