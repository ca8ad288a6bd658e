package org.quartermaster.vehicle.document;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.multipart.MultipartFormDataInput;
import org.quartermaster.platform.change.Idempotency;
import org.quartermaster.platform.list.Page;
import org.quartermaster.platform.resource.Endpoints;
import org.quartermaster.platform.rest.Answer;
import org.quartermaster.platform.rest.BodyLimit;
import org.quartermaster.platform.rest.Call;
import org.quartermaster.platform.rest.HeavyWork;
import org.quartermaster.platform.security.Roles;

/** Papers of vehicles, such as proofs of ownership. */
@Path("/api/v1/documents")
@Tag(name = "documents")
@Produces(MediaType.APPLICATION_JSON)
public final class DocumentResource {
    private final Call call;
    private final Endpoints endpoints;
    private final DocumentList list;
    private final DocumentService documents;
    private final Idempotency idempotency;

    @Inject
    DocumentResource(
            Call call, Endpoints endpoints, DocumentList list, DocumentService documents, Idempotency idempotency) {
        this.call = call;
        this.endpoints = endpoints;
        this.list = list;
        this.documents = documents;
        this.idempotency = idempotency;
    }

    @GET
    @RolesAllowed(Roles.VIEWER)
    @Operation(summary = "Documents by kind, the newest first")
    public Uni<RestResponse<Page<DocumentView>>> find() {
        return endpoints.list(DocumentView.class, list::find);
    }

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @BodyLimit(11)
    @RolesAllowed(Roles.MANAGER)
    @Operation(
            summary = "Store a document: PDF, JPEG, PNG or WebP, at most 10 MiB",
            description = "A form with the parts file and kind. What the file is, its content tells.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.MULTIPART_FORM_DATA,
                            schema = @Schema(implementation = DocumentForm.class)))
    @APIResponseSchema(value = DocumentView.class, responseCode = "201")
    public Uni<Response> add(MultipartFormDataInput input) {
        call.query().checkQuery();
        var form = DocumentForm.of(input);
        return HeavyWork.run(() -> Upload.of(form))
                .chain(upload -> idempotency.once(call, upload.identity(), unit -> documents.add(unit, upload)));
    }

    @GET
    @Path("{document_id}")
    @RolesAllowed(Roles.VIEWER)
    @Operation(summary = "What is known of a document")
    @APIResponseSchema(DocumentView.class)
    public Uni<Response> get(String document_id) {
        return endpoints.get(caller -> list.get(caller, document_id).map(Answer::ok));
    }

    @GET
    @Path("{document_id}/content")
    @Produces({"application/pdf", "image/jpeg", "image/png", "image/webp"})
    @RolesAllowed(Roles.VIEWER)
    @Operation(summary = "The document itself, as a file to be saved")
    public Uni<Response> content(String document_id) {
        call.query().checkQuery();
        return list.content(call.caller(), document_id, call.header("If-None-Match"));
    }

    @DELETE
    @Path("{document_id}")
    @RolesAllowed(Roles.MANAGER)
    @Operation(summary = "Delete a document that no transfer request uses, with its content")
    public Uni<Response> delete(String document_id) {
        return endpoints.delete((unit, ifMatch) -> documents.delete(unit, document_id, ifMatch));
    }
}
