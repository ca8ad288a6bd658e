package org.quartermaster.equipment.label;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.quartermaster.platform.problem.Problem;
import org.quartermaster.platform.problem.Problem.FieldError;
import org.quartermaster.platform.rest.Call;
import org.quartermaster.platform.rest.ETags;
import org.quartermaster.platform.rest.Fields;
import org.quartermaster.platform.rest.HeavyWork;
import org.quartermaster.platform.security.Roles;

/** Labels of many machines on sheets. */
@Path("/api/v1/labels")
@Tag(name = "labels")
public final class LabelSheetResource {
    private static final int MAX = 500;

    private final Call call;
    private final LabelSource source;

    @Inject
    LabelSheetResource(Call call, LabelSource source) {
        this.call = call;
        this.source = source;
    }

    @POST
    @Produces("application/pdf")
    @RolesAllowed(Roles.VIEWER)
    @Operation(
            summary = "Labels of up to 500 machines on sheets of A4, 24 a page, in the given order",
            description = "The body names the machines: {\"equipment_ids\": [...]}; one named twice is printed twice.")
    public Uni<Response> print(byte[] body) {
        var fields = call.json(body, Fields.Nulls.IGNORED);
        fields.require("equipment_ids");
        var ids = fields.texts("equipment_ids");
        if (ids.size() > MAX) {
            fields.error("equipment_ids", "less_than_equal", MAX);
        } else if (ids.isEmpty() && fields.has("equipment_ids")) {
            fields.error("equipment_ids", "missing");
        }
        fields.checkStrictly();
        return source.ofMachines(call.caller(), ids)
                .map(found -> inOrder(ids, found))
                .chain(contents -> HeavyWork.run(() -> LabelPdf.sheets(contents))
                        .map(bytes -> Response.ok(bytes)
                                .tag(ETags.of(contents.size(), contents.toString()))
                                .build()));
    }

    private static List<LabelContent> inOrder(List<String> ids, Map<String, LabelContent> found) {
        var unknown = new ArrayList<FieldError>();
        for (var i = 0; i < ids.size(); i++) {
            if (!found.containsKey(ids.get(i))) {
                unknown.add(new FieldError("equipment_ids[" + i + "]", "equipment_not_found"));
            }
        }
        if (!unknown.isEmpty()) {
            throw Problem.invalid(unknown);
        }
        return ids.stream().map(found::get).toList();
    }
}
