package org.quartermaster.procurement.trail;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.quartermaster.platform.change.SystemWrites;
import org.quartermaster.platform.db.TenantDatabase;
import org.quartermaster.platform.db.Words;
import org.quartermaster.platform.list.ListQuery;
import org.quartermaster.platform.list.Page;
import org.quartermaster.platform.list.Slice;
import org.quartermaster.platform.list.SortKey;
import org.quartermaster.platform.resource.Endpoints;
import org.quartermaster.platform.rest.Fields;
import org.quartermaster.platform.security.Caller;
import org.quartermaster.platform.security.Roles;
import org.quartermaster.procurement.operator.Operators;
import org.quartermaster.procurement.operator.Scope;

/** Who changed what in all services. */
@Path("/api/v1/admin/trail")
@Tag(name = "audit")
@Produces(MediaType.APPLICATION_JSON)
public final class TrailResource {
    private static final SortKey AT = SortKey.of("at", "t.at", "timestamptz");
    private static final SortKey ID = SortKey.of("event_id", "t.event_id", "text");

    private final Endpoints endpoints;
    private final TenantDatabase database;
    private final Operators operators;

    @Inject
    TrailResource(Endpoints endpoints, TenantDatabase database, Operators operators) {
        this.endpoints = endpoints;
        this.database = database;
        this.operators = operators;
    }

    @GET
    @RolesAllowed(Roles.ADMIN)
    @Operation(
            summary = "Who changed what in all services, the latest first",
            description = "Of the caller's organization; with scope=installation of what all organizations share, such"
                    + " as tenders, for the operator alone.")
    public Uni<RestResponse<Page<TrailEntryView>>> find() {
        return endpoints.list(TrailEntryView.class, this::find);
    }

    private Uni<Slice<TrailEntryView>> find(Caller caller, Fields query) {
        var scope = Scope.read(query);
        var tenant = scope.tenant(caller, SystemWrites.PUBLIC);
        var list = new ListQuery("trail", "t.*", "procurement.audit_trail t").where("t.tenant_id = ?", tenant);
        query.word("service", TracedService.class).to(service -> list.where("t.service = ?", Words.of(service)));
        query.text("entity", 1, 100).to(entity -> list.where("t.entity = ?", entity));
        query.text("entity_id", 1, 255).to(id -> list.where("t.entity_id = ?", id));
        query.text("actor", 1, 255).to(actor -> list.where("t.actor = ?", actor));
        list.between(query, "t.at")
                .pageByCursor(query)
                .chronological(AT, ID, true)
                .uncounted();
        return operators
                .require(caller, scope)
                .chain(() -> list.run(database, caller.within(tenant), query, TrailEntryView::of));
    }
}
