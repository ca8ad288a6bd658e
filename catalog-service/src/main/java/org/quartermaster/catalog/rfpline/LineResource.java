package org.quartermaster.catalog.rfpline;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.quartermaster.catalog.matching.Matching;
import org.quartermaster.catalog.rfp.RfpRepository;
import org.quartermaster.catalog.row.CatalogPage;
import org.quartermaster.platform.change.Idempotency;
import org.quartermaster.platform.list.Narrow;
import org.quartermaster.platform.list.Page;
import org.quartermaster.platform.resource.Endpoints;
import org.quartermaster.platform.rest.Answer;
import org.quartermaster.platform.rest.Call;
import org.quartermaster.platform.rest.ETags;
import org.quartermaster.platform.rest.Fields;
import org.quartermaster.platform.security.Roles;

/** Lines of a request. */
@Path("/api/v1/rfps/{id}/lines")
@Tag(name = "rfps")
@Produces(MediaType.APPLICATION_JSON)
public final class LineResource {
    private static final String MATCHES = "matches";
    private static final int LONGEST_FIELDS = 2_000;

    private final Call call;
    private final Endpoints endpoints;
    private final Idempotency idempotency;
    private final LineList list;
    private final LineService lines;
    private final Matching matching;
    private final ObjectMapper json;

    @Inject
    LineResource(
            Call call,
            Endpoints endpoints,
            Idempotency idempotency,
            LineList list,
            LineService lines,
            Matching matching,
            ObjectMapper json) {
        this.call = call;
        this.endpoints = endpoints;
        this.idempotency = idempotency;
        this.list = list;
        this.lines = lines;
        this.matching = matching;
        this.json = json;
    }

    /** NB: {@code fields=matches} alone adds the matches to the whole line; among others it is a member like them. */
    @GET
    @RolesAllowed(Roles.VIEWER)
    @Operation(
            summary = "Lines in the order of the document",
            description = "fields=matches adds the products that each may mean.")
    public Uni<RestResponse<CatalogPage<RfpLineView>>> find(String id) {
        var query = call.query();
        var asked = query.text("fields", 0, LONGEST_FIELDS).or("");
        var narrow = Narrow.read(
                asked.equals(MATCHES) ? Fields.ofQuery(new MultivaluedHashMap<>()) : query, json, RfpLineView.class);
        return list.find(
                        call.caller(),
                        RfpRepository.id(id),
                        query,
                        List.of(asked.split(",")).contains(MATCHES))
                .map(slice -> RestResponse.ResponseBuilder.ok(narrow.apply(CatalogPage.of(slice)))
                        .header("Link", Page.links(call, slice))
                        .build());
    }

    @POST
    @RolesAllowed(Roles.OPERATOR)
    @Operation(summary = "Add a line that the reading missed; it is matched at once")
    @APIResponseSchema(value = RfpLineView.class, responseCode = "201")
    public Uni<Response> add(String id, byte[] body) {
        var rfp = RfpRepository.id(id);
        var line = LineFields.missed(call.json(body, Fields.Nulls.IGNORED));
        return matching.match(call.caller(), List.of(line.wish()))
                .chain(found -> idempotency.once(call, body, unit -> lines.add(unit, rfp, line, found.get(0))));
    }

    @GET
    @Path("{line_no}")
    @RolesAllowed(Roles.VIEWER)
    @Operation(summary = "One line with the products that it may mean")
    @APIResponseSchema(RfpLineView.class)
    public Uni<Response> get(String id, String line_no) {
        var at = LineAddress.of(id, line_no);
        return endpoints.get(caller -> list.get(caller, at.rfp(), at.lineNo()).map(Answer::ok));
    }

    @PATCH
    @Path("{line_no}")
    @RolesAllowed(Roles.OPERATOR)
    @Operation(
            summary = "Confirm, reject or exclude a line, or correct its quantity (JSON Merge Patch)",
            description = "A product without a status confirms it. What is confirmed or rejected counts at once for the"
                    + " same words in other requests.")
    @APIResponseSchema(RfpLineView.class)
    public Uni<Response> patch(String id, String line_no, byte[] body) {
        var at = LineAddress.of(id, line_no);
        return endpoints.patch(body, (unit, ifMatch, fields) -> lines.update(unit, at, ifMatch, fields));
    }

    /** The products that a line may mean, the surest first. */
    @Schema(name = "RfpLineMatches")
    record LineMatches(List<LineMatch> items) {}

    @GET
    @Path("{line_no}/matches")
    @RolesAllowed(Roles.VIEWER)
    @Operation(summary = "The products that a line may mean, with why, the surest first")
    @APIResponseSchema(LineMatches.class)
    public Uni<Response> matches(String id, String line_no) {
        var at = LineAddress.of(id, line_no);
        return endpoints.get(caller -> list.get(caller, at.rfp(), at.lineNo())
                .map(line -> new LineMatches(line.matches()))
                .map(found -> Answer.ok(found, ETags.of(0, found.toString()))));
    }
}
