package org.quartermaster.procurement.fraud;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.quartermaster.platform.change.Idempotency;
import org.quartermaster.platform.list.Page;
import org.quartermaster.platform.resource.Endpoints;
import org.quartermaster.platform.rest.Call;
import org.quartermaster.platform.rest.Fields;
import org.quartermaster.platform.security.Roles;
import org.quartermaster.procurement.fraud.Blocklist.NewBlock;

/** Blocked addresses, domains, networks and devices. */
@Path("/api/v1/admin/fraud/blocklist")
@Tag(name = "fraud")
@RolesAllowed(Roles.ADMIN)
@Produces(MediaType.APPLICATION_JSON)
public final class BlocklistResource {
    private final Call call;
    private final Endpoints endpoints;
    private final Idempotency idempotency;
    private final Blocklist blocklist;
    private final Blocked blocked;

    @Inject
    BlocklistResource(Call call, Endpoints endpoints, Idempotency idempotency, Blocklist blocklist, Blocked blocked) {
        this.call = call;
        this.endpoints = endpoints;
        this.idempotency = idempotency;
        this.blocklist = blocklist;
        this.blocked = blocked;
    }

    @GET
    @Operation(summary = "Who is blocked, the latest first")
    public Uni<RestResponse<Page<Block>>> find() {
        return endpoints.list(Block.class, blocklist::find);
    }

    @GET
    @Path("{block_id}")
    @Operation(summary = "One block")
    @APIResponseSchema(Block.class)
    public Uni<Response> get(String block_id) {
        return endpoints.get(caller -> blocklist.get(caller, block_id));
    }

    @POST
    @Operation(summary = "Block somebody from the next request on")
    @APIResponseSchema(value = Block.class, responseCode = "201")
    public Uni<Response> create(byte[] body) {
        var wanted = NewBlock.read(call.json(body, Fields.Nulls.IGNORED));
        var address = call.address();
        return effective(idempotency.onceGlobal(call, body, unit -> blocklist.create(unit, wanted, address)));
    }

    @PATCH
    @Path("{block_id}")
    @Operation(summary = "Change the reason or the end of a block; null clears the end")
    @APIResponseSchema(Block.class)
    public Uni<Response> patch(String block_id, byte[] body) {
        var address = call.address();
        return effective(endpoints.patchGlobal(
                body, (unit, ifMatch, fields) -> blocklist.update(unit, block_id, ifMatch, fields, address)));
    }

    @DELETE
    @Path("{block_id}")
    @Operation(summary = "Let somebody in again")
    public Uni<Response> delete(String block_id) {
        var address = call.address();
        return effective(endpoints.deleteGlobal((unit, ifMatch) -> blocklist.delete(unit, block_id, ifMatch, address)));
    }

    /** NB: told when it holds, so that it does so for the next request. */
    private Uni<Response> effective(Uni<Response> change) {
        return change.call(blocked::refresh);
    }
}
