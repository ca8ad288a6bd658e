package org.quartermaster.procurement.account;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.quartermaster.platform.change.Writes;
import org.quartermaster.platform.problem.Problem;
import org.quartermaster.platform.problem.ProblemType;
import org.quartermaster.platform.rest.Call;
import org.quartermaster.platform.rest.Fields;
import org.quartermaster.platform.security.Roles;
import org.quartermaster.procurement.audit.AuditLog;
import org.quartermaster.procurement.session.Device;
import org.quartermaster.procurement.session.Sessions;
import org.quartermaster.procurement.session.SignedIn;
import org.quartermaster.procurement.session.Tokens;
import org.quartermaster.procurement.user.Acting;

/** Acting in another organization that one belongs to. */
@Path("/api/v1/auth/switch")
@Tag(name = "account")
@Produces(MediaType.APPLICATION_JSON)
public final class SwitchResource {
    private static final int MAX_TENANT = 63;
    private static final ProblemType NO_SESSION = new ProblemType(403, "session_required");

    private final Call call;
    private final Writes writes;
    private final Sessions sessions;
    private final AuditLog audit;

    @Inject
    SwitchResource(Call call, Writes writes, Sessions sessions, AuditLog audit) {
        this.call = call;
        this.writes = writes;
        this.sessions = sessions;
        this.audit = audit;
    }

    /** NB: an API key would become a session of its maker, with all of his roles. */
    @POST
    @RolesAllowed(Roles.VIEWER)
    @Operation(summary = "Tokens for another organization that the user belongs to; the session at hand goes on")
    @APIResponseSchema(SignedIn.class)
    public Uni<Response> change(byte[] body) {
        var fields = call.json(body, Fields.Nulls.IGNORED);
        fields.require("tenant");
        var tenant = fields.text("tenant", 1, MAX_TENANT).value();
        fields.checkStrictly();
        if (call.session() == null && call.hasCredentials()) {
            throw Problem.of(NO_SESSION);
        }
        var device = Device.of(call);
        var address = call.address();
        var caller = call.caller().within(tenant);
        var user = Acting.id(caller);
        return writes.write(caller, unit -> sessions.begin(unit, device)
                        .call(() -> audit.note(unit, user, "session.switched", Map.of(), address)))
                .map(Tokens::response);
    }
}
