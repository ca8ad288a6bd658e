package org.quartermaster.catalog.tendersubscription;

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
import org.quartermaster.catalog.rfp.RfpRepository;
import org.quartermaster.catalog.row.CatalogPage;
import org.quartermaster.platform.change.Idempotency;
import org.quartermaster.platform.resource.Endpoints;
import org.quartermaster.platform.rest.Answer;
import org.quartermaster.platform.rest.Call;
import org.quartermaster.platform.rest.Fields;
import org.quartermaster.platform.security.Roles;

/** Which public tenders become requests. */
@Path("/api/v1/tender-subscriptions")
@Tag(name = "rfps")
@Produces(MediaType.APPLICATION_JSON)
public final class TenderSubscriptionResource {
    private final Call call;
    private final Endpoints endpoints;
    private final Idempotency idempotency;
    private final TenderSubscriptionRepository repository;
    private final TenderSubscriptionService subscriptions;

    @Inject
    TenderSubscriptionResource(
            Call call,
            Endpoints endpoints,
            Idempotency idempotency,
            TenderSubscriptionRepository repository,
            TenderSubscriptionService subscriptions) {
        this.call = call;
        this.endpoints = endpoints;
        this.idempotency = idempotency;
        this.repository = repository;
        this.subscriptions = subscriptions;
    }

    @GET
    @RolesAllowed(Roles.VIEWER)
    @Operation(summary = "Subscriptions to public tenders, by code")
    public Uni<RestResponse<CatalogPage<TenderSubscriptionView>>> find() {
        return endpoints.list(TenderSubscriptionView.class, repository::find, CatalogPage::of);
    }

    @POST
    @RolesAllowed(Roles.MANAGER)
    @Operation(summary = "Subscribe to the tenders of a CPV code and its subtree; each becomes a request")
    @APIResponseSchema(value = TenderSubscriptionView.class, responseCode = "201")
    public Uni<Response> create(byte[] body) {
        var said = TenderSubscriptionFields.read(call.json(body, Fields.Nulls.IGNORED));
        return idempotency.once(call, body, unit -> subscriptions.create(unit, said));
    }

    @GET
    @Path("{id}")
    @RolesAllowed(Roles.VIEWER)
    @Operation(summary = "One subscription")
    @APIResponseSchema(TenderSubscriptionView.class)
    public Uni<Response> get(String id) {
        return endpoints.get(
                caller -> repository.get(caller, RfpRepository.id(id)).map(Answer::ok));
    }

    @PUT
    @Path("{id}")
    @RolesAllowed(Roles.MANAGER)
    @Operation(summary = "Replace a subscription; what is not given becomes what it is for a new one")
    @APIResponseSchema(TenderSubscriptionView.class)
    public Uni<Response> put(String id, byte[] body) {
        return endpoints.put(
                body,
                (unit, ifMatch, fields) -> subscriptions.replace(
                        unit, RfpRepository.id(id), ifMatch, TenderSubscriptionFields.read(fields)));
    }

    @DELETE
    @Path("{id}")
    @RolesAllowed(Roles.MANAGER)
    @Operation(summary = "End a subscription; requests that it brought stay")
    public Uni<Response> delete(String id) {
        return endpoints.delete((unit, ifMatch) -> subscriptions.delete(unit, RfpRepository.id(id), ifMatch));
    }
}
