package org.quartermaster.vehicle.vin;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.quartermaster.platform.rest.Call;
import org.quartermaster.platform.rest.Fields;
import org.quartermaster.platform.security.Roles;

/** What is to be thought of VINs, known to the market or not. */
@Path("/api/v1/vin")
@Tag(name = "vin")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.VIEWER)
public final class VinResource {
    private static final int MOST = 1_000;

    private final Call call;
    private final VinJudge judge;

    @Inject
    VinResource(Call call, VinJudge judge) {
        this.call = call;
        this.judge = judge;
    }

    /** The verdicts on several VINs, in the order of the request. */
    @Schema(name = "VinVerdicts")
    record Verdicts(List<Verdict> items) {}

    @GET
    @Path("{vin}")
    @Operation(summary = "The verdict on a VIN, also on one that is malformed")
    public Verdict judge(String vin) {
        var query = call.query();
        var market = market(query);
        var year = query.integer("year", 1900, 2100).or(null);
        query.checkQuery();
        return judge.judge(vin, "vin", market, year);
    }

    @POST
    @Path("verdicts")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "The verdicts on up to 1,000 VINs, in their order")
    public Verdicts judgeAll(byte[] body) {
        var fields = call.json(body, Fields.Nulls.IGNORED);
        var vins = fields.texts("vins");
        if (vins.isEmpty() || vins.size() > MOST) {
            fields.error("vins", vins.isEmpty() ? "missing" : "less_than_equal", MOST);
        }
        var market = market(fields);
        fields.checkStrictly();
        return new Verdicts(IntStream.range(0, vins.size())
                .mapToObj(i -> judge.judge(vins.get(i), "vins[" + i + "]", market, null))
                .toList());
    }

    private static String market(Fields fields) {
        var market = fields.text("market", 2, 2).or(null);
        if (market != null && !List.of(Locale.getISOCountries()).contains(market)) {
            fields.error("market", "string_pattern", "ISO 3166-1 alpha-2");
        }
        return market;
    }
}
