package org.quartermaster.catalog.safety;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.quartermaster.platform.rest.Call;
import org.quartermaster.platform.rest.Fields;
import org.quartermaster.platform.security.Roles;

/** Answers about citations and exposures. */
@Path("/api/v1/safety")
@Tag(name = "safety")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.VIEWER)
public final class SafetyResource {
    private static final int MAX_CITATION = 300;
    private static final int MAX_CITATIONS = 500;

    private final Call call;
    private final SafetyLibrary library;
    private final SafetyDesk desk;

    @Inject
    SafetyResource(Call call, SafetyLibrary library, SafetyDesk desk) {
        this.call = call;
        this.library = library;
        this.desk = desk;
    }

    /** What the lists say of many citations, in their order. */
    record CheckedCitations(List<CitationAnswer> items) {}

    @GET
    @Path("citations/check")
    @Operation(summary = "What the lists of standards say of a citation")
    public Uni<CitationAnswer> check() {
        var query = call.query();
        query.require("citation");
        var citation = query.text("citation", 1, MAX_CITATION).value();
        query.checkQuery();
        return library.citations(call.caller()).map(lists -> lists.check(citation));
    }

    @POST
    @Path("citations/check")
    @Operation(summary = "What the lists of standards say of many citations, 500 at most, in their order")
    public Uni<CheckedCitations> checkAll(byte[] body) {
        var fields = call.json(body, Fields.Nulls.IGNORED);
        fields.require("citations");
        var citations = fields.texts("citations");
        if (citations.size() > MAX_CITATIONS) {
            fields.error("citations", "less_than_equal", MAX_CITATIONS);
        }
        if (citations.stream().anyMatch(citation -> citation.length() > MAX_CITATION)) {
            fields.error("citations", "string_too_long", MAX_CITATION);
        }
        fields.checkStrictly();
        return library.citations(call.caller())
                .map(lists -> new CheckedCitations(
                        citations.stream().map(lists::check).toList()));
    }

    @POST
    @Path("exposure")
    @Operation(summary = "What the noise and vibration of a day come to, with the arithmetic")
    public ExposureResult exposure(byte[] body) {
        var fields = call.json(body, Fields.Nulls.IGNORED);
        var exposure = ExposureInput.read(fields);
        fields.checkStrictly();
        return exposure.result();
    }

    @POST
    @Path("assess")
    @Operation(summary = "What a task asks for: hazards, standards, controls, equipment and the tenant's articles")
    public Uni<Assessment> assess(byte[] body) {
        var question = AssessmentInput.read(call.json(body, Fields.Nulls.IGNORED));
        return desk.assess(call.caller(), question);
    }
}
