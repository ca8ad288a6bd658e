package org.quartermaster.procurement.supervision;

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
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.quartermaster.platform.change.Idempotency;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.db.Words;
import org.quartermaster.platform.list.Page;
import org.quartermaster.platform.resource.Endpoints;
import org.quartermaster.platform.rest.Answer;
import org.quartermaster.platform.rest.Call;
import org.quartermaster.platform.rest.Fields;
import org.quartermaster.platform.security.Roles;
import org.quartermaster.procurement.operator.Operators;
import org.quartermaster.procurement.organization.RoleFields;
import org.quartermaster.procurement.supervision.Supervision.Act;
import org.quartermaster.procurement.supervision.Supervision.Wish;
import org.quartermaster.procurement.user.PathId;

/** Users of the whole installation, for the admins of the organization that runs it. */
@Path("/api/v1/admin/users")
@Tag(name = "supervision")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.ADMIN)
public final class SupervisionResource {
    private static final int MAX_REASON = 500;

    private final Call call;
    private final Endpoints endpoints;
    private final Idempotency idempotency;
    private final Operators operators;
    private final SupervisedUsers users;
    private final Supervision supervision;

    /** What is done to a user. */
    @FunctionalInterface
    private interface Deed {
        Uni<Answer> apply(UnitOfWork unit, UUID user, Act act);
    }

    @Inject
    SupervisionResource(
            Call call,
            Endpoints endpoints,
            Idempotency idempotency,
            Operators operators,
            SupervisedUsers users,
            Supervision supervision) {
        this.call = call;
        this.endpoints = endpoints;
        this.idempotency = idempotency;
        this.operators = operators;
        this.users = users;
        this.supervision = supervision;
    }

    @GET
    @Operation(summary = "Users of all organizations, the newest first")
    public Uni<RestResponse<Page<SupervisedUserView>>> find() {
        return endpoints.list(SupervisedUserView.class, (caller, query) -> {
            var found = users.find(caller, query);
            return operators.require(caller).chain(() -> found);
        });
    }

    @GET
    @Path("{user_id}")
    @Operation(summary = "One user")
    @APIResponseSchema(SupervisedUserView.class)
    public Uni<Response> get(String user_id) {
        return endpoints.get(caller -> operators
                .require(caller)
                .chain(() -> users.get(caller, PathId.of(user_id)))
                .map(Answer::ok));
    }

    @PATCH
    @Path("{user_id}")
    @Operation(summary = "Change the roles of a user in the home organization, or the plan of that organization")
    @APIResponseSchema(SupervisedUserView.class)
    public Uni<Response> patch(String user_id, byte[] body) {
        var address = call.address();
        return endpoints.patchGlobal(body, (unit, ifMatch, fields) -> {
            fields.require("roles", "subscription_tier");
            var roles = fields.has("roles") ? RoleFields.read(fields) : null;
            var plan = fields.word("subscription_tier", Tier.class).value();
            var act = new Act(fields.text("reason", 0, MAX_REASON).value(), address);
            fields.checkStrictly();
            var wish = new Wish(roles, plan == null ? null : Words.of(plan));
            return supervision.change(unit, PathId.of(user_id), ifMatch, wish, act);
        });
    }

    @POST
    @Path("{user_id}/suspend")
    @Operation(summary = "Suspend a user: sessions end, tokens and API keys are refused")
    @APIResponseSchema(SupervisedUserView.class)
    public Uni<Response> suspend(String user_id, byte[] body) {
        return act(user_id, body, supervision::suspend);
    }

    @POST
    @Path("{user_id}/activate")
    @Operation(summary = "Let a suspended user in again")
    @APIResponseSchema(SupervisedUserView.class)
    public Uni<Response> activate(String user_id, byte[] body) {
        return act(user_id, body, supervision::activate);
    }

    @POST
    @Path("{user_id}/unlock")
    @Operation(summary = "Let a user sign in again after too many failures")
    @APIResponseSchema(SupervisedUserView.class)
    public Uni<Response> unlock(String user_id, byte[] body) {
        return act(user_id, body, supervision::unlock);
    }

    private Uni<Response> act(String id, byte[] body, Deed deed) {
        var fields = call.json(body, Fields.Nulls.IGNORED);
        var act = new Act(fields.text("reason", 0, MAX_REASON).value(), call.address());
        fields.checkStrictly();
        return idempotency.onceGlobal(call, body, unit -> deed.apply(unit, PathId.of(id), act));
    }
}
