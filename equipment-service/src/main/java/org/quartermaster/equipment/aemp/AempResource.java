package org.quartermaster.equipment.aemp;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Variant;
import java.io.InputStream;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.quartermaster.equipment.reading.Source;
import org.quartermaster.equipment.telemetry.BatchCall;
import org.quartermaster.platform.db.Awaiting;
import org.quartermaster.platform.problem.Problem;
import org.quartermaster.platform.problem.ProblemType;
import org.quartermaster.platform.rest.BodyLimit;
import org.quartermaster.platform.rest.Call;
import org.quartermaster.platform.rest.ETags;
import org.quartermaster.platform.rest.Unpacked;
import org.quartermaster.platform.security.Roles;

/** Machines for, and from, the telematics services of other makers: ISO/TS 15143-3, also called AEMP 2.0. */
@Path(AempResource.PATH)
@Tag(name = "aemp")
public final class AempResource {
    static final String PATH = "/api/v1/aemp";
    private static final int MEBIBYTES = 16;
    private static final int JSON_MEBIBYTES = 8;

    private final Call call;
    private final FleetList fleet;
    private final MachineMatch machines;
    private final BatchCall batch;
    private final ObjectMapper json;

    @Inject
    AempResource(Call call, FleetList fleet, MachineMatch machines, BatchCall batch, ObjectMapper json) {
        this.call = call;
        this.fleet = fleet;
        this.machines = machines;
        this.batch = batch;
        this.json = json;
    }

    @GET
    @Path("Fleet/{page}")
    @RolesAllowed(Roles.VIEWER)
    @Produces({MediaType.APPLICATION_XML, MediaType.APPLICATION_JSON})
    @Operation(
            summary = "A page of the fleet by ISO 15143-3, 100 machines each from page 1",
            description =
                    "XML, or JSON where Accept says so. Elements appear where their value and its time are known.")
    @APIResponse(
            responseCode = "200",
            description = "The page",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_XML,
                        schema = @Schema(type = SchemaType.STRING),
                        example = Examples.FLEET),
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = Fleet.class),
                        example = Examples.FLEET_JSON)
            })
    public Uni<Response> page(
            @Parameter(schema = @Schema(type = SchemaType.INTEGER, minimum = "1")) String page,
            @Context Request request) {
        call.query().checkQuery();
        return fleet.page(call.caller(), number(page))
                .map(found -> answer(request, "Fleet", found).build());
    }

    private static int number(String page) {
        try {
            var number = Integer.parseInt(page);
            if (number < 1) {
                throw Problem.invalid("page", "greater_than_equal", 1);
            }
            return number;
        } catch (NumberFormatException notANumber) {
            throw Problem.invalid("page", "int_parsing");
        }
    }

    @GET
    @Path("Fleet/Equipment/ID/{equipment_id}")
    @RolesAllowed(Roles.VIEWER)
    @Produces({MediaType.APPLICATION_XML, MediaType.APPLICATION_JSON})
    @Operation(summary = "The snapshot of one machine by ISO 15143-3")
    @APIResponse(
            responseCode = "200",
            description = "The snapshot",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_XML,
                        schema = @Schema(type = SchemaType.STRING),
                        example = Examples.EQUIPMENT),
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = Equipment.class),
                        example = Examples.EQUIPMENT_JSON)
            })
    public Uni<Response> get(String equipment_id, @Context Request request) {
        call.query().checkQuery();
        var known = call.header("If-None-Match");
        return fleet.one(call.caller(), equipment_id).map(row -> {
            var equipment = Equipment.whole(row);
            var tag = ETags.of(row.getLong("version"), isJson(request) + equipment.toString());
            return ETags.unchanged(known, tag)
                    ? Response.notModified(tag).build()
                    : answer(request, "Equipment", equipment).tag(tag).build();
        });
    }

    private Response.ResponseBuilder answer(Request request, String root, Object document) {
        var answer = isJson(request)
                ? Response.ok(document, MediaType.APPLICATION_JSON)
                : Response.ok(FleetXml.write(root, json.valueToTree(document)), MediaType.APPLICATION_XML);
        return answer.header("Vary", "Accept");
    }

    private static boolean isJson(Request request) {
        var variants = Variant.mediaTypes(MediaType.APPLICATION_XML_TYPE, MediaType.APPLICATION_JSON_TYPE)
                .build();
        var chosen = request.selectVariant(variants);
        return chosen != null && MediaType.APPLICATION_JSON_TYPE.isCompatible(chosen.getMediaType());
    }

    @POST
    @Path("snapshots")
    @Blocking
    @RolesAllowed(Roles.OPERATOR)
    @Consumes({MediaType.APPLICATION_XML, MediaType.TEXT_XML, MediaType.APPLICATION_JSON})
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Take the snapshots of a Fleet or of one Equipment by ISO 15143-3, any number of times",
            description = "Each element is one sample. Machines are found by PIN, else by OEMName, Model and"
                    + " SerialNumber together; other elements of the standard are passed over.")
    @RequestBody(
            required = true,
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_XML,
                        schema = @Schema(type = SchemaType.STRING),
                        example = Examples.FLEET),
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = Fleet.class),
                        example = Examples.FLEET_JSON)
            })
    @APIResponse(
            responseCode = "200",
            description = "What became of the samples",
            content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(ref = "TelemetryBatchAnswer")))
    @BodyLimit(value = MEBIBYTES, json = JSON_MEBIBYTES)
    public Response take(InputStream body) {
        var caller = call.caller();
        var type = call.header("Content-Type");
        if (type == null) {
            throw Problem.of(ProblemType.UNSUPPORTED_TYPE);
        }
        var isJson = type.toLowerCase(Locale.ROOT).contains("json");
        var plain = Unpacked.of(
                body, call.header("Content-Encoding"), (isJson ? JSON_MEBIBYTES : MEBIBYTES) * 1024L * 1024L);
        return batch.run(
                Source.AEMP,
                plain,
                content -> new SnapshotSamples(
                        isJson ? JsonEquipment.of(content) : new XmlEquipment(content),
                        names -> Awaiting.result(() -> machines.find(caller, names))));
    }
}
