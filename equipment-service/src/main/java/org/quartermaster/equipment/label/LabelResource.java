package org.quartermaster.equipment.label;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.quartermaster.platform.problem.Problem;
import org.quartermaster.platform.rest.Call;
import org.quartermaster.platform.rest.ETags;
import org.quartermaster.platform.rest.Fields;
import org.quartermaster.platform.rest.HeavyWork;
import org.quartermaster.platform.security.Roles;

/** The QR code and the label of a machine; both are drawn away from the event loops. */
@Path("/api/v1/equipment")
@Tag(name = "labels")
public final class LabelResource {
    private static final int USUAL_PIXELS = 512;
    private static final int USUAL_MARGIN = 4;

    private final Call call;
    private final LabelSource source;

    @Inject
    LabelResource(Call call, LabelSource source) {
        this.call = call;
        this.source = source;
    }

    @GET
    @Path("{equipment_id}/qr.png")
    @Produces("image/png")
    @RolesAllowed(Roles.VIEWER)
    @Operation(summary = "The QR code as PNG; size in pixels, margin in modules, ecc one of L, M, Q, H")
    public Uni<Response> qrPng(String equipment_id) {
        var query = call.query();
        var pixels = query.integer("size", 64, 2_048).or(USUAL_PIXELS);
        var margin = margin(query);
        var ecc = ecc(query);
        query.checkQuery();
        return show(equipment_id, content -> {
            var code = QrCode.of(content.url(), ecc);
            var least = code.size() + 2 * margin;
            if (pixels < least) {
                throw Problem.invalid("size", "greater_than_equal", least);
            }
            return Drawing.qrPng(code, pixels, margin);
        });
    }

    @GET
    @Path("{equipment_id}/qr.svg")
    @Produces("image/svg+xml")
    @RolesAllowed(Roles.VIEWER)
    @Operation(summary = "The QR code as SVG with one path")
    public Uni<Response> qrSvg(String equipment_id) {
        var query = call.query();
        var margin = margin(query);
        var ecc = ecc(query);
        query.checkQuery();
        return show(equipment_id, content -> Drawing.qrSvg(QrCode.of(content.url(), ecc), margin));
    }

    private static int margin(Fields query) {
        return query.integer("margin", 0, 16).or(USUAL_MARGIN);
    }

    private static Ecc ecc(Fields query) {
        var word = query.text("ecc", 1, 1).or("M");
        for (var ecc : Ecc.values()) {
            if (ecc.name().equals(word)) {
                return ecc;
            }
        }
        query.error("ecc", "enum", "L, M, Q, H");
        return Ecc.M;
    }

    @GET
    @Path("{equipment_id}/label.png")
    @Produces("image/png")
    @RolesAllowed(Roles.VIEWER)
    @Operation(summary = "The label of 70 x 37 mm as PNG of 300 dots an inch")
    public Uni<Response> labelPng(String equipment_id) {
        call.query().checkQuery();
        return show(equipment_id, content -> Drawing.labelPng(Label.ink(content)));
    }

    @GET
    @Path("{equipment_id}/label.svg")
    @Produces("image/svg+xml")
    @RolesAllowed(Roles.VIEWER)
    @Operation(summary = "The label of 70 x 37 mm as SVG")
    public Uni<Response> labelSvg(String equipment_id) {
        call.query().checkQuery();
        return show(equipment_id, content -> Drawing.labelSvg(Label.ink(content)));
    }

    @GET
    @Path("{equipment_id}/label.pdf")
    @Produces("application/pdf")
    @RolesAllowed(Roles.VIEWER)
    @Operation(summary = "The label of 70 x 37 mm as PDF")
    public Uni<Response> labelPdf(String equipment_id) {
        call.query().checkQuery();
        return show(equipment_id, LabelPdf::single);
    }

    private Uni<Response> show(String id, Function<LabelContent, byte[]> drawing) {
        var known = call.header("If-None-Match");
        var uri = call.uri();
        return source.ofMachine(call.caller(), id).chain(content -> {
            var tag = ETags.of(content.version(), uri + content);
            return ETags.unchanged(known, tag)
                    ? Uni.createFrom().item(Response.notModified(tag).build())
                    : HeavyWork.run(() -> drawing.apply(content))
                            .map(bytes -> Response.ok(bytes).tag(tag).build());
        });
    }
}
