package org.quartermaster.procurement.billing;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.quartermaster.platform.list.Page;
import org.quartermaster.platform.resource.Endpoints;
import org.quartermaster.platform.rest.Answer;
import org.quartermaster.platform.rest.Call;
import org.quartermaster.platform.rest.ETags;
import org.quartermaster.platform.security.Roles;
import org.quartermaster.procurement.quota.UsageView;
import org.quartermaster.procurement.quota.Usages;

/** Plans, and what an organization has of them. */
@Path("/api/v1/billing")
@Tag(name = "billing")
@Produces(MediaType.APPLICATION_JSON)
public final class BillingResource {
    private final Call call;
    private final Endpoints endpoints;
    private final BillingReads reads;
    private final Usages usages;

    @Inject
    BillingResource(Call call, Endpoints endpoints, BillingReads reads, Usages usages) {
        this.call = call;
        this.endpoints = endpoints;
        this.reads = reads;
        this.usages = usages;
    }

    @GET
    @Path("plans")
    @PermitAll
    @Operation(summary = "Plans with their limits and prices, the cheapest first")
    @APIResponseSchema(BillingReads.PlansView.class)
    public Uni<Response> plans() {
        call.query().checkQuery();
        // NB: nobody asks who calls, which would have to be found out first.
        var known = call.header("If-None-Match");
        return reads.plans().map(answer -> answer.unlessKnown(known));
    }

    @GET
    @Path("subscription")
    @RolesAllowed(Roles.VIEWER)
    @Operation(summary = "What the organization has bought, as it is at this moment")
    @APIResponseSchema(SubscriptionView.class)
    public Uni<Response> subscription() {
        return endpoints.get(reads::subscription);
    }

    @GET
    @Path("usage")
    @RolesAllowed(Roles.VIEWER)
    @Operation(summary = "What the plan allows and what of it is used; questions are those of the caller")
    @APIResponseSchema(UsageView.class)
    public Uni<Response> usage() {
        return endpoints.get(caller -> usages.of(caller).map(view -> Answer.ok(view, ETags.of(1, view.toString()))));
    }

    @GET
    @Path("events")
    @RolesAllowed(Roles.ADMIN)
    @Operation(summary = "What the provider of payments told, the latest first")
    public Uni<RestResponse<Page<BillingEventView>>> events() {
        return endpoints.list(BillingEventView.class, reads::events);
    }

    @GET
    @Path("invoices")
    @RolesAllowed(Roles.ADMIN)
    @Operation(summary = "What was billed, the latest first")
    public Uni<RestResponse<Page<InvoiceView>>> invoices() {
        return endpoints.list(InvoiceView.class, reads::invoices);
    }
}
