package org.quartermaster.procurement.delivery;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.quartermaster.platform.rest.Answer;
import org.quartermaster.platform.rest.Call;

/** The way out of mails (RFC 8058). */
@Path("/api/v1/alerts/unsubscribe")
@Tag(name = "alerts")
public final class UnsubscribeResource {
    private static final int MAX_CODE = 100;

    private final Call call;
    private final Unsubscription unsubscription;

    @Inject
    UnsubscribeResource(Call call, Unsubscription unsubscription) {
        this.call = call;
        this.unsubscription = unsubscription;
    }

    @POST
    @PermitAll
    @Operation(
            summary = "Leave the mails that a code came with",
            description = "Mail programs post here by themselves (List-Unsubscribe); the body does not matter.")
    @APIResponse(responseCode = "204", description = "Done")
    public Uni<Response> leave() {
        var query = call.query();
        query.require("code");
        var code = query.text("code", 1, MAX_CODE).value();
        query.checkQuery();
        return unsubscription.leave(code).replaceWith(() -> Answer.empty().response());
    }
}
