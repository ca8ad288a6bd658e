package org.quartermaster.procurement.document;

import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
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
import org.quartermaster.platform.list.Page;
import org.quartermaster.platform.resource.Endpoints;
import org.quartermaster.platform.rest.BodyLimit;
import org.quartermaster.platform.rest.Call;
import org.quartermaster.platform.security.Roles;
import org.quartermaster.procurement.config.SystemConfig;

/** Documents of a tender. */
@Path("/api/v1/tenders/{tender_id}/documents")
@Tag(name = "documents")
@Produces(MediaType.APPLICATION_JSON)
public final class TenderDocumentResource {
    private final Call call;
    private final Endpoints endpoints;
    private final DocumentList list;
    private final DocumentService documents;
    private final SystemConfig settings;

    @Inject
    TenderDocumentResource(
            Call call, Endpoints endpoints, DocumentList list, DocumentService documents, SystemConfig settings) {
        this.call = call;
        this.endpoints = endpoints;
        this.list = list;
        this.documents = documents;
        this.settings = settings;
    }

    @GET
    @RolesAllowed(Roles.VIEWER)
    @Operation(summary = "Documents of a tender in the order in which they came")
    public Uni<RestResponse<Page<DocumentView>>> find(String tender_id) {
        return endpoints.list(DocumentView.class, (caller, query) -> list.find(caller, tender_id, query));
    }

    /** NB: the body limit is that of the server; the setting documents.max_mb, which may change, is looked at here. */
    @POST
    @Blocking
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @BodyLimit(property = "quarkus.http.limits.max-body-size")
    @RolesAllowed(Roles.DATA_ADMIN)
    @Operation(
            summary = "Add a document to a tender: a file of at most documents.max_mb, 50 MiB unless set otherwise",
            description = "A form with the part file, and doc_type and language where known. What the file is, its"
                    + " content tells. Its text is read by a job; extraction_status tells how that went.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.MULTIPART_FORM_DATA,
                            schema = @Schema(implementation = DocumentForm.class)))
    @APIResponseSchema(value = DocumentView.class, responseCode = "201")
    public Response add(String tender_id, MultipartFormDataInput input) throws Exception {
        call.query().checkQuery();
        var form = DocumentForm.of(input, settings.integer("documents.max_mb"));
        return documents.add(call, tender_id, form).response();
    }
}
