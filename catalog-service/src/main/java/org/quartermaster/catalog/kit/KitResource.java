package org.quartermaster.catalog.kit;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.quartermaster.catalog.row.CatalogPage;
import org.quartermaster.platform.change.Idempotency;
import org.quartermaster.platform.problem.Problem;
import org.quartermaster.platform.problem.ProblemType;
import org.quartermaster.platform.resource.Endpoints;
import org.quartermaster.platform.rest.Answer;
import org.quartermaster.platform.rest.Call;
import org.quartermaster.platform.rest.Fields;
import org.quartermaster.platform.security.Roles;

/** What the kinds of maintenance need. */
@Path("/api/v1/maintenance-kits")
@Tag(name = "kits")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.VIEWER)
public final class KitResource {
    private final Call call;
    private final Endpoints endpoints;
    private final Idempotency idempotency;
    private final KitList list;
    private final KitService service;

    @Inject
    KitResource(Call call, Endpoints endpoints, Idempotency idempotency, KitList list, KitService service) {
        this.call = call;
        this.endpoints = endpoints;
        this.idempotency = idempotency;
        this.list = list;
        this.service = service;
    }

    @GET
    @Operation(summary = "The tenant's kits and those of all")
    public Uni<RestResponse<CatalogPage<KitView>>> find() {
        return endpoints.list(KitView.class, list::find, CatalogPage::of);
    }

    @GET
    @Path("{kit_id}")
    @Operation(summary = "One kit with its items")
    @APIResponseSchema(KitView.class)
    public Uni<Response> get(String kit_id) {
        var id = KitTable.id(kit_id);
        return endpoints.get(caller -> list.get(caller, id).map(Answer::ok));
    }

    @POST
    @RolesAllowed({Roles.MANAGER, Roles.DATA_ADMIN})
    @Operation(summary = "Add a kit; shared ones, for all tenants, are added by data admins")
    @APIResponseSchema(value = KitView.class, responseCode = "201")
    public Uni<Response> create(byte[] body) {
        var fields = call.json(body, Fields.Nulls.IGNORED);
        var isShared = fields.bool("shared").or(false);
        var kit = KitInput.read(fields);
        fields.checkStrictly();
        require(isShared);
        return isShared
                ? idempotency.onceGlobal(call, body, unit -> service.create(unit, true, kit))
                : idempotency.once(call, body, unit -> service.create(unit, false, kit));
    }

    @PUT
    @Path("{kit_id}")
    @RolesAllowed({Roles.MANAGER, Roles.DATA_ADMIN})
    @Operation(summary = "Change a kit as a whole")
    @APIResponseSchema(KitView.class)
    public Uni<Response> put(String kit_id, byte[] body) {
        return known(kit_id).chain(known -> {
            Endpoints.Save save = (unit, ifMatch, fields) -> {
                fields.bool("shared");
                var kit = KitInput.read(fields);
                fields.checkStrictly();
                return service.update(unit, known, ifMatch, kit);
            };
            return known.shared() ? endpoints.putGlobal(body, save) : endpoints.put(body, save);
        });
    }

    @DELETE
    @Path("{kit_id}")
    @RolesAllowed({Roles.MANAGER, Roles.DATA_ADMIN})
    @Operation(summary = "Delete a kit")
    public Uni<Response> delete(String kit_id) {
        return known(kit_id)
                .chain(known -> known.shared()
                        ? endpoints.deleteGlobal((unit, ifMatch) -> service.delete(unit, known, ifMatch))
                        : endpoints.delete((unit, ifMatch) -> service.delete(unit, known, ifMatch)));
    }

    /** The kit, of which it is known whose it is; 403 for a caller who may not change it. */
    private Uni<KitView> known(String id) {
        return list.get(call.caller(), KitTable.id(id)).invoke(kit -> require(kit.shared()));
    }

    private void require(boolean isShared) {
        if (!call.caller().is(KitService.role(isShared))) {
            throw Problem.of(ProblemType.FORBIDDEN);
        }
    }
}
