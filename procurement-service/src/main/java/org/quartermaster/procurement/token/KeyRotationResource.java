package org.quartermaster.procurement.token;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.quartermaster.platform.change.Writes;
import org.quartermaster.platform.db.Ids;
import org.quartermaster.platform.rest.Call;
import org.quartermaster.platform.rest.Fields;
import org.quartermaster.platform.rest.HeavyWork;
import org.quartermaster.platform.security.Caller;
import org.quartermaster.platform.security.Roles;
import org.quartermaster.procurement.audit.AuditLog;
import org.quartermaster.procurement.operator.Operators;

/** The rotation of signing keys by hand. */
@Path("/api/v1/admin/keys")
@Tag(name = "keys")
@Produces(MediaType.APPLICATION_JSON)
public final class KeyRotationResource {
    private final Call call;
    private final Operators operators;
    private final SigningKeys keys;
    private final Writes writes;
    private final AuditLog audit;

    @Inject
    KeyRotationResource(Call call, Operators operators, SigningKeys keys, Writes writes, AuditLog audit) {
        this.call = call;
        this.operators = operators;
        this.keys = keys;
        this.writes = writes;
        this.audit = audit;
    }

    /**
     * What a rotation answers.
     *
     * @param nextFrom when the next key begins to sign
     */
    public record KeyRotation(String activeKid, String nextKid, Instant nextFrom) {}

    @POST
    @Path("rotate")
    @RolesAllowed(Roles.ADMIN)
    @Operation(
            summary = "Sign with the next key: now (200), or as soon as it has been published for so long that every"
                    + " verifier knows it (202)")
    @APIResponseSchema(KeyRotation.class)
    public Uni<Response> rotate(byte[] body) {
        call.json(body, Fields.Nulls.IGNORED).checkStrictly();
        var caller = call.caller();
        var address = call.address();
        return operators
                .require(caller)
                .chain(() -> HeavyWork.run(this::turn))
                .call(done -> note(caller, done, address))
                .map(Done::response);
    }

    private record Done(boolean now, KeyRotation shown) {
        Response response() {
            return Response.status(now ? 200 : 202).entity(shown).build();
        }
    }

    private Done turn() throws Exception {
        var before = keys.active().id();
        var turn = keys.rotate();
        return new Done(!before.equals(turn.active()), new KeyRotation(turn.active(), turn.next(), turn.nextFrom()));
    }

    private Uni<Void> note(Caller caller, Done done, String address) {
        return writes.write(
                caller,
                unit -> audit.noteAdmin(
                        unit,
                        Ids.parse(caller.subject()).orElse(null),
                        "keys.rotated",
                        new AuditLog.Target("signing_key", done.shown().activeKid()),
                        Map.of("next", done.shown().nextKid()),
                        address));
    }
}
