package org.quartermaster.procurement.fraud;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.quartermaster.platform.change.Writes;
import org.quartermaster.platform.rest.Answer;
import org.quartermaster.platform.rest.BodyLimit;
import org.quartermaster.platform.rest.Call;
import org.quartermaster.platform.rest.Fields;
import org.quartermaster.platform.rest.HeavyWork;
import org.quartermaster.platform.security.Roles;
import org.quartermaster.procurement.fraud.DryRun.Described;
import org.quartermaster.procurement.operator.Operators;

/** What visitors are judged by; for the operator alone. */
@Path("/api/v1/admin/fraud")
@Tag(name = "fraud")
@RolesAllowed(Roles.ADMIN)
@Produces(MediaType.APPLICATION_JSON)
public final class FraudResource {
    private final Call call;
    private final Writes writes;
    private final IpReputation reputation;
    private final DryRun dryRun;
    private final Operators operator;

    @Inject
    FraudResource(Call call, Writes writes, IpReputation reputation, DryRun dryRun, Operators operator) {
        this.call = call;
        this.writes = writes;
        this.reputation = reputation;
        this.dryRun = dryRun;
        this.operator = operator;
    }

    /** How alike two addresses are. */
    record Similarity(int score, boolean duplicate) {}

    @POST
    @Path("ip-reputation")
    @Consumes({"text/csv", "text/plain", "application/octet-stream"})
    @BodyLimit(8)
    @Operation(summary = "Add networks that hide their users: lines of network and kind (vpn, proxy, tor, hosting)")
    @APIResponseSchema(IpReputation.Imported.class)
    public Uni<Response> reputation(byte[] body) {
        call.query().checkQuery();
        var caller = call.caller();
        var address = call.address();
        return HeavyWork.run(() -> IpReputationFile.read(body == null ? new byte[0] : body))
                .chain(file -> writes.writeGlobal(caller, unit -> reputation.add(unit, file, address)))
                .map(Answer::response);
    }

    @POST
    @Path("assess")
    @Operation(summary = "What would be thought of a visitor; changes nothing")
    @APIResponseSchema(Assessment.class)
    public Uni<Response> assess(byte[] body) {
        var fields = call.json(body, Fields.Nulls.IGNORED);
        var described = Described.read(fields);
        fields.checkStrictly();
        return writes.writeGlobal(call.caller(), unit -> dryRun.assess(unit, described))
                .map(assessment -> new Answer(200, assessment, null, null).response());
    }

    @POST
    @Path("email-similarity")
    @Operation(summary = "How alike two addresses are, from 0 to 100")
    @APIResponseSchema(Similarity.class)
    public Uni<Response> similarity(byte[] body) {
        var fields = call.json(body, Fields.Nulls.IGNORED);
        fields.require("a", "b");
        var a = fields.text("a", 1, 255).value();
        var b = fields.text("b", 1, 255).value();
        fields.checkStrictly();
        var score = EmailSimilarity.score(a, b);
        return operator.require(call.caller()).replaceWith(() -> new Answer(
                        200, new Similarity(score, score >= EmailSimilarity.DUPLICATE), null, null)
                .response());
    }
}
