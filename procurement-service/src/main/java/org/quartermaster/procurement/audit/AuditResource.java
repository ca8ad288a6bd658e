package org.quartermaster.procurement.audit;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.quartermaster.platform.list.Page;
import org.quartermaster.platform.resource.Endpoints;
import org.quartermaster.platform.rest.Call;
import org.quartermaster.platform.security.Roles;
import org.quartermaster.procurement.operator.Operators;
import org.quartermaster.procurement.operator.Scope;

/** What was done in the organization, by its administrators and at its doors, and whether that was tampered with. */
@Path("/api/v1/admin")
@Tag(name = "audit")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.ADMIN)
public final class AuditResource {
    private static final String SCOPE =
            "Of the caller's organization; with scope=installation of acts that belong to none,"
                    + " such as failed sign-ins, for the operator alone.";

    private final Call call;
    private final Endpoints endpoints;
    private final AuditList list;
    private final ChainCheck chains;
    private final Operators operators;

    @Inject
    AuditResource(Call call, Endpoints endpoints, AuditList list, ChainCheck chains, Operators operators) {
        this.call = call;
        this.endpoints = endpoints;
        this.list = list;
        this.chains = chains;
        this.operators = operators;
    }

    @GET
    @Path("audit")
    @Operation(summary = "Changes that administrators made, the latest first", description = SCOPE)
    public Uni<RestResponse<Page<AdminActView>>> changes() {
        return endpoints.list(AdminActView.class, list::changes);
    }

    @GET
    @Path("audit/verify")
    @Operation(
            summary = "Whether the chain of changes by administrators is whole; else its first bad link",
            description = SCOPE)
    public Uni<ChainVerdict> verifyChanges() {
        return verify(ChainedLog.ADMIN_AUDIT_LOG);
    }

    @GET
    @Path("security-log")
    @Operation(
            summary = "Sign-ins, failures, uses of tokens and keys, exports and denials, the latest first",
            description = SCOPE)
    public Uni<RestResponse<Page<SecurityActView>>> security() {
        return endpoints.list(SecurityActView.class, list::security);
    }

    @GET
    @Path("security-log/verify")
    @Operation(summary = "Whether the chain of the security log is whole; else its first bad link", description = SCOPE)
    public Uni<ChainVerdict> verifySecurity() {
        return verify(ChainedLog.AUDIT_LOG);
    }

    private Uni<ChainVerdict> verify(ChainedLog log) {
        var query = call.query();
        var scope = Scope.read(query);
        query.checkQuery();
        var caller = call.caller();
        var shown = caller.within(scope.tenant(caller, AuditLog.PLATFORM));
        return operators.require(caller, scope).chain(() -> chains.check(shown, log));
    }
}
