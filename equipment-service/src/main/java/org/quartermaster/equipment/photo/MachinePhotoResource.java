package org.quartermaster.equipment.photo;

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
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.multipart.MultipartFormDataInput;
import org.quartermaster.platform.change.Idempotency;
import org.quartermaster.platform.list.Page;
import org.quartermaster.platform.problem.Problem;
import org.quartermaster.platform.problem.ProblemType;
import org.quartermaster.platform.resource.Endpoints;
import org.quartermaster.platform.rest.BodyLimit;
import org.quartermaster.platform.rest.Call;
import org.quartermaster.platform.rest.Fields;
import org.quartermaster.platform.security.Roles;

/** The photos of one machine. */
@Path("/api/v1/equipment/{equipment_id}/photos")
@Tag(name = "photos")
@Produces(MediaType.APPLICATION_JSON)
public final class MachinePhotoResource {
    private static final int MAX_BYTES = 8 * 1024 * 1024;

    private final Call call;
    private final Endpoints endpoints;
    private final PhotoList list;
    private final PhotoService photos;
    private final PictureWork work;
    private final Idempotency idempotency;

    @Inject
    MachinePhotoResource(
            Call call,
            Endpoints endpoints,
            PhotoList list,
            PhotoService photos,
            PictureWork work,
            Idempotency idempotency) {
        this.call = call;
        this.endpoints = endpoints;
        this.list = list;
        this.photos = photos;
        this.work = work;
        this.idempotency = idempotency;
    }

    @GET
    @RolesAllowed(Roles.VIEWER)
    @Operation(summary = "Photos of a machine, the primary one first, then the oldest")
    public Uni<RestResponse<Page<PhotoView>>> findOfMachine(String equipment_id) {
        return endpoints.list(PhotoView.class, (caller, query) -> list.find(caller, equipment_id, query));
    }

    @POST
    @Consumes({"image/jpeg", "image/png", MediaType.APPLICATION_OCTET_STREAM})
    @BodyLimit(8)
    @RolesAllowed(Roles.OPERATOR)
    @Operation(
            summary = "Add a photo: JPEG or PNG, at most 8 MiB and 40 megapixels, 20 of a machine",
            description = "The body is the file, or a form with the file in its part photo; caption, caption_ar,"
                    + " taken_at and is_primary are query parameters, or parts of the form. What the file is, its"
                    + " content tells; it is stored upright and without the data that cameras add.")
    @APIResponseSchema(value = PhotoView.class, responseCode = "201")
    public Uni<Response> addFile(String equipment_id, byte[] body) {
        var query = call.query();
        var photo = photo(query);
        query.checkQuery();
        if (body.length > MAX_BYTES) {
            throw Problem.of(ProblemType.TOO_LARGE);
        }
        return work.recode(() -> body)
                .chain(picture -> idempotency.once(call, body, unit -> photos.add(unit, equipment_id, photo, picture)));
    }

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @BodyLimit(9)
    @RolesAllowed(Roles.OPERATOR)
    @Operation(hidden = true)
    public Uni<Response> addForm(String equipment_id, MultipartFormDataInput input) {
        call.query().checkQuery();
        var form = PhotoForm.of(input);
        var fields = form.fields();
        var photo = photo(fields);
        if (form.photo() == null) {
            fields.error("photo", "missing");
        }
        fields.checkStrictly();
        return work.recode(form.file(MAX_BYTES))
                .chain(picture -> idempotency.once(
                        call, form.identity(picture), unit -> photos.add(unit, equipment_id, photo, picture)));
    }

    private static Photo photo(Fields fields) {
        var photo = new Photo();
        PhotoFields.apply(fields, photo);
        return photo;
    }
}
