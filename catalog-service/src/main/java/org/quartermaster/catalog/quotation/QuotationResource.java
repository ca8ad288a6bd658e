package org.quartermaster.catalog.quotation;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
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
import org.quartermaster.catalog.row.Saving;
import org.quartermaster.platform.change.Idempotency;
import org.quartermaster.platform.resource.Endpoints;
import org.quartermaster.platform.rest.Answer;
import org.quartermaster.platform.rest.Call;
import org.quartermaster.platform.rest.Fields;
import org.quartermaster.platform.security.Roles;

/** Quotations: drafts that become offers. */
@Path("/api/v1/quotations")
@Tag(name = "quotations")
@Produces(MediaType.APPLICATION_JSON)
public final class QuotationResource {
    private final Call call;
    private final Endpoints endpoints;
    private final Idempotency idempotency;
    private final QuotationList list;
    private final Drafts drafts;
    private final DraftChanges changes;

    @Inject
    QuotationResource(
            Call call,
            Endpoints endpoints,
            Idempotency idempotency,
            QuotationList list,
            Drafts drafts,
            DraftChanges changes) {
        this.call = call;
        this.endpoints = endpoints;
        this.idempotency = idempotency;
        this.list = list;
        this.drafts = drafts;
        this.changes = changes;
    }

    @GET
    @RolesAllowed(Roles.VIEWER)
    @Operation(summary = "Quotations without their lines, the newest first unless sorted otherwise")
    public Uni<RestResponse<CatalogPage<QuotationEntry>>> find() {
        return endpoints.list(QuotationEntry.class, list::find, CatalogPage::of);
    }

    @POST
    @RolesAllowed(Roles.MANAGER)
    @Operation(
            summary = "Make a quotation",
            description = "Items with a product and without unit_price are priced by the price lists; what has no price"
                    + " there has none here. Currency, validity and terms come from the settings, the client's name"
                    + " and e-mail from the customer, where they are left out.")
    @APIResponseSchema(value = QuotationView.class, responseCode = "201")
    public Uni<Response> create(byte[] body) {
        var fields = call.json(body, Fields.Nulls.IGNORED);
        fields.require("project_title");
        var head = new Quotation();
        QuotationFields.read(fields, head);
        if (head.customerId == null) {
            fields.require("client_name");
        }
        var items = ItemFields.readAll(fields, 1);
        fields.checkStrictly();
        return idempotency.once(call, body, unit -> drafts.create(unit, new FullQuotation(head, items)));
    }

    @GET
    @Path("by-number/{number}")
    @RolesAllowed(Roles.VIEWER)
    @Operation(summary = "A quotation by its number; revision names one that is not the current one")
    @APIResponseSchema(QuotationView.class)
    public Uni<Response> getNumbered(String number) {
        return endpoints.get((caller, query) -> {
            var revision = query.integer("revision", 1, Integer.MAX_VALUE).value();
            query.checkQuery();
            return list.numbered(caller, number, revision).map(Answer::ok);
        });
    }

    @GET
    @Path("{id}")
    @RolesAllowed(Roles.VIEWER)
    @Operation(summary = "One quotation with its lines")
    @APIResponseSchema(QuotationView.class)
    public Uni<Response> get(String id) {
        var number = QuotationRepository.id(id);
        return endpoints.get(caller -> list.view(caller, number).map(Answer::ok));
    }

    @PUT
    @Path("{id}")
    @RolesAllowed(Roles.MANAGER)
    @Operation(
            summary = "Write a draft as a new one is written",
            description = "Currency, validity and items that are not named stay; what else is not named is as it is"
                    + " without.")
    @APIResponseSchema(QuotationView.class)
    public Uni<Response> put(String id, byte[] body) {
        var number = QuotationRepository.id(id);
        return endpoints.put(
                body, (unit, ifMatch, fields) -> changes.update(unit, number, ifMatch, fields, Saving.WHOLE));
    }

    @PATCH
    @Path("{id}")
    @RolesAllowed(Roles.MANAGER)
    @Operation(summary = "Change the given fields of a draft (JSON Merge Patch)")
    @APIResponseSchema(QuotationView.class)
    public Uni<Response> patch(String id, byte[] body) {
        var number = QuotationRepository.id(id);
        return endpoints.patch(
                body, (unit, ifMatch, fields) -> changes.update(unit, number, ifMatch, fields, Saving.PART));
    }

    @GET
    @Path("{id}/revisions")
    @RolesAllowed(Roles.VIEWER)
    @Operation(summary = "All revisions of a quotation, the first one first")
    public Uni<RestResponse<CatalogPage<QuotationEntry>>> revisions(String id) {
        var number = QuotationRepository.id(id);
        return endpoints.list(
                QuotationEntry.class, (caller, query) -> list.revisions(caller, query, number), CatalogPage::of);
    }
}
