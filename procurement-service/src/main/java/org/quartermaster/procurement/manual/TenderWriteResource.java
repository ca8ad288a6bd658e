package org.quartermaster.procurement.manual;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.quartermaster.platform.change.Idempotency;
import org.quartermaster.platform.db.Ids;
import org.quartermaster.platform.rest.Call;
import org.quartermaster.platform.rest.Fields;
import org.quartermaster.platform.security.Roles;
import org.quartermaster.platform.security.Sha256;
import org.quartermaster.procurement.tender.TenderDetail;

/** Writes tenders by hand. */
@Path("/api/v1/tenders")
@Tag(name = "tenders")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.DATA_ADMIN)
public final class TenderWriteResource {
    private static final int MARK = 20;

    private final Call call;
    private final Idempotency idempotency;
    private final TenderWrites tenders;

    @Inject
    TenderWriteResource(Call call, Idempotency idempotency, TenderWrites tenders) {
        this.call = call;
        this.idempotency = idempotency;
        this.tenders = tenders;
    }

    @POST
    @Blocking
    @Operation(
            summary = "Write a tender, as an OCDS release of the source manual",
            description = "Money needs its currency. A tender is awarded when one of its awards is active.")
    @APIResponseSchema(value = TenderDetail.class, responseCode = "201")
    public Response create(byte[] body) throws Exception {
        var fields = call.json(body, Fields.Nulls.IGNORED);
        fields.require("title");
        if (fields.has("estimated_value") && !fields.has("estimated_currency")) {
            fields.error("estimated_currency", "currency_needed");
        }
        var input = TenderReader.read(fields, true);
        var caller = call.caller();
        var key = Idempotency.key(call, body);
        // NB: so that a request that is made again after a crash finds what it wrote.
        var mark = key == null
                ? Ids.random(MARK)
                : Sha256.hex(caller.tenant() + "/" + key.text()).substring(0, MARK);
        return idempotency
                .onceBlocking(caller, key, () -> tenders.create(caller, input, mark))
                .response();
    }

    @PATCH
    @Path("{tender_id}")
    @Blocking
    @Operation(
            summary = "Change the given fields of a tender; null clears a field (JSON Merge Patch)",
            description =
                    "The change is a release of its own, of an imported tender too. A list of lots, items or awards takes"
                            + " the place of the one before: members that it does not name are removed, and those that it"
                            + " names by their ids keep what it does not say of them.")
    @APIResponseSchema(TenderDetail.class)
    public Response patch(String tender_id, byte[] body) throws Exception {
        var fields = call.json(body, Fields.Nulls.CLEAR);
        fields.require("title", "status", "buyer");
        return tenders.change(call.caller(), tender_id, call.header("If-Match"), TenderReader.read(fields, false))
                .response();
    }

    @DELETE
    @Path("{tender_id}")
    @Blocking
    @Operation(
            summary = "Delete a tender",
            description = "Later releases are kept with it but do not bring it back; restore does.")
    public Response delete(String tender_id) throws Exception {
        call.query().checkQuery();
        return tenders.delete(call.caller(), tender_id, call.header("If-Match")).response();
    }

    @POST
    @Path("{tender_id}/restore")
    @Blocking
    @Operation(summary = "Bring a deleted tender back")
    @APIResponseSchema(TenderDetail.class)
    public Response restore(String tender_id) throws Exception {
        call.query().checkQuery();
        return tenders.restore(call.caller(), tender_id, call.header("If-Match"))
                .response();
    }
}
