package org.quartermaster.procurement.organization;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.quartermaster.platform.change.Idempotency;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.list.Page;
import org.quartermaster.platform.problem.Messages;
import org.quartermaster.platform.resource.Endpoints;
import org.quartermaster.platform.rest.Answer;
import org.quartermaster.platform.rest.Call;
import org.quartermaster.platform.rest.Fields;
import org.quartermaster.platform.security.Roles;
import org.quartermaster.procurement.audit.AuditLog;
import org.quartermaster.procurement.user.Acting;
import org.quartermaster.procurement.user.EmailAddress;
import org.quartermaster.procurement.user.PathId;

/** Invitations to the organization of the token. */
@Path("/api/v1/organizations/{org_id}/invitations")
@Tag(name = "organizations")
@Produces(MediaType.APPLICATION_JSON)
public final class InvitationResource {
    private final Call call;
    private final Endpoints endpoints;
    private final Idempotency idempotency;
    private final MemberList list;
    private final Invitations invitations;
    private final OrganizationChanges organizations;
    private final AuditLog audit;

    @Inject
    InvitationResource(
            Call call,
            Endpoints endpoints,
            Idempotency idempotency,
            MemberList list,
            Invitations invitations,
            OrganizationChanges organizations,
            AuditLog audit) {
        this.call = call;
        this.endpoints = endpoints;
        this.idempotency = idempotency;
        this.list = list;
        this.invitations = invitations;
        this.organizations = organizations;
        this.audit = audit;
    }

    @GET
    @RolesAllowed(Roles.ADMIN)
    @Operation(summary = "Invitations that wait to be accepted, the oldest first")
    public Uni<RestResponse<Page<InvitationView>>> find(String org_id) {
        return endpoints.list(
                InvitationView.class, (caller, query) -> list.invitations(caller, PathId.of(org_id), query));
    }

    @POST
    @RolesAllowed(Roles.ADMIN)
    @Operation(summary = "Invite somebody by mail; the invitation is good for seven days and for one use")
    @APIResponseSchema(value = InvitationView.class, responseCode = "202")
    public Uni<Response> invite(String org_id, byte[] body) {
        var fields = call.json(body, Fields.Nulls.IGNORED);
        fields.require("email", "roles");
        var email = EmailAddress.read(fields, "email");
        var roles = RoleFields.read(fields);
        fields.checkStrictly();
        var guest = new Invitations.Guest(email, roles, Messages.language(call.header("Accept-Language")));
        var address = call.address();
        return idempotency.once(call, body, unit -> organizations
                .require(unit, PathId.of(org_id))
                .chain(organization -> invitations.invite(unit, organization, guest))
                .call(made -> note(unit, "invitation.sent", made, address))
                .map(made -> new Answer(202, made, null, null)));
    }

    @DELETE
    @Path("{invitation_id}")
    @RolesAllowed(Roles.ADMIN)
    @Operation(summary = "Take an invitation back")
    public Uni<Response> delete(String org_id, String invitation_id) {
        var address = call.address();
        return endpoints.delete((unit, ifMatch) -> organizations
                .require(unit, PathId.of(org_id))
                .chain(() -> invitations.takeBack(unit, PathId.of(invitation_id)))
                .call(gone -> note(unit, "invitation.taken_back", gone, address))
                .replaceWith(Answer.empty()));
    }

    private Uni<Void> note(UnitOfWork unit, String action, InvitationView invitation, String address) {
        return audit.noteAdmin(
                unit,
                Acting.id(unit.caller()),
                action,
                new AuditLog.Target("invitation", invitation.invitationId().toString()),
                Map.of("roles", invitation.roles()),
                address);
    }
}
