package org.quartermaster.equipment.exchange;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestMulti;
import org.quartermaster.equipment.machine.MachineList;
import org.quartermaster.platform.problem.Problem;
import org.quartermaster.platform.rest.Call;
import org.quartermaster.platform.security.Roles;

/** Machines as a file for spreadsheets. */
@Path("/api/v1/equipment")
@Tag(name = "equipment")
public final class ExportResource {
    private static final String CSV = "text/csv";
    private static final String CSV_UTF_8 = "text/csv; charset=utf-8; header=present";
    /** More columns than this no spreadsheet shows well; a filter, or fewer different keys, is then the answer. */
    private static final int MAX_METADATA_COLUMNS = 500;

    private final Call call;
    private final MachineList machines;

    @Inject
    ExportResource(Call call, MachineList machines) {
        this.call = call;
        this.machines = machines;
    }

    @GET
    @Path("export")
    @RolesAllowed(Roles.VIEWER)
    @Produces(CSV)
    @Operation(
            summary = "Machines as a CSV file",
            description = "Takes the filters of the list, and bom=true for a byte order mark. Each key of the metadata "
                    + "is a column metadata.<key>. Text that begins with = + - @ gets a leading apostrophe. The file "
                    + "can be imported as it is, which changes nothing.")
    public RestMulti<Buffer> export() {
        var query = call.query();
        var bom = query.bool("bom").or(false);
        var caller = call.caller();
        var batches = machines.all(caller, query);
        var keys =
                machines.metadataKeys(caller, query, MAX_METADATA_COLUMNS + 1).invoke(ExportResource::limit);
        return RestMulti.fromUniResponse(
                keys, found -> new MachineExport(found, bom).file(batches), found -> headers("equipment"));
    }

    private static void limit(List<String> keys) {
        if (keys.size() > MAX_METADATA_COLUMNS) {
            throw Problem.invalid("metadata", "too_many_columns", MAX_METADATA_COLUMNS);
        }
    }

    private static Map<String, List<String>> headers(String name) {
        return Map.of("Content-Type", List.of(CSV_UTF_8), "Content-Disposition", List.of(attachment(name)));
    }

    private static String attachment(String name) {
        return "attachment; filename=\"" + name + "-" + LocalDate.now(ZoneOffset.UTC) + ".csv\"";
    }

    @GET
    @Path("import/template")
    @RolesAllowed(Roles.VIEWER)
    @Produces(CSV)
    @Operation(summary = "The columns of a file that can be imported; bom=true for a byte order mark")
    public Uni<Response> template() {
        var query = call.query();
        var bom = query.bool("bom").or(false);
        query.checkQuery();
        return Uni.createFrom()
                .item(Response.ok(new MachineExport(List.of(), bom).header(), CSV_UTF_8)
                        .header("Content-Disposition", attachment("equipment-template"))
                        .build());
    }
}
