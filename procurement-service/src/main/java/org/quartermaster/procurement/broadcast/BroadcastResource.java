package org.quartermaster.procurement.broadcast;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.quartermaster.platform.change.Idempotency;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.db.Ids;
import org.quartermaster.platform.db.Words;
import org.quartermaster.platform.job.Jobs;
import org.quartermaster.platform.rest.Answer;
import org.quartermaster.platform.rest.Call;
import org.quartermaster.platform.rest.Fields;
import org.quartermaster.platform.security.Roles;
import org.quartermaster.procurement.audit.AuditLog;
import org.quartermaster.procurement.operator.Operators;

/** What the operator tells everybody. */
@Path("/api/v1/admin/broadcast")
@Tag(name = "administration")
@Produces(MediaType.APPLICATION_JSON)
public final class BroadcastResource {
    private static final int MAX_MESSAGE = 1_000;

    private final Call call;
    private final Operators operators;
    private final Jobs jobs;
    private final Idempotency idempotency;
    private final AuditLog audit;

    @Inject
    BroadcastResource(Call call, Operators operators, Jobs jobs, Idempotency idempotency, AuditLog audit) {
        this.call = call;
        this.operators = operators;
        this.jobs = jobs;
        this.idempotency = idempotency;
        this.audit = audit;
    }

    /** The plans. */
    @Schema(name = "BroadcastPlan")
    enum Plan {
        FREE,
        STARTER,
        PROFESSIONAL,
        ENTERPRISE
    }

    @POST
    @RolesAllowed(Roles.ADMIN)
    @Operation(summary = "Tell all users, or those of a plan, as a notification")
    @APIResponseSchema(value = Jobs.JobAccepted.class, responseCode = "202")
    public Uni<Response> tell(byte[] body) {
        var fields = call.json(body, Fields.Nulls.IGNORED);
        fields.require("message");
        var message = fields.text("message", 1, MAX_MESSAGE).value();
        var plan = fields.word("plan", Plan.class).value();
        fields.checkStrictly();
        var parameters = JsonNodeFactory.instance
                .objectNode()
                .put("message", message)
                .put("plan", plan == null ? null : Words.of(plan));
        var address = call.address();
        return idempotency.once(call, body, unit -> operators
                .require(unit)
                .chain(() -> jobs.queue(unit, BroadcastKind.NAME, parameters))
                .map(Jobs::accepted)
                .call(answer -> note(unit, answer, message, address)));
    }

    private Uni<Void> note(UnitOfWork unit, Answer answer, String message, String address) {
        var target = new AuditLog.Target("broadcast", answer.location());
        var admin = Ids.parse(unit.caller().subject()).orElse(null);
        return audit.noteAdmin(unit, admin, "broadcast.sent", target, Map.of("message", message), address);
    }
}
