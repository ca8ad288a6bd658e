package org.quartermaster.procurement.organization;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.list.Page;
import org.quartermaster.platform.resource.Endpoints;
import org.quartermaster.platform.rest.Answer;
import org.quartermaster.platform.rest.Call;
import org.quartermaster.platform.rest.Fields;
import org.quartermaster.platform.security.Roles;
import org.quartermaster.procurement.audit.AuditLog;
import org.quartermaster.procurement.user.Acting;
import org.quartermaster.procurement.user.PathId;

/** Members of the organization of the token, and their roles. */
@Path("/api/v1/organizations/{org_id}/members")
@Tag(name = "organizations")
@Produces(MediaType.APPLICATION_JSON)
public final class MemberResource {
    private final Call call;
    private final Endpoints endpoints;
    private final MemberList list;
    private final Members members;
    private final OrganizationChanges organizations;
    private final AuditLog audit;

    @Inject
    MemberResource(
            Call call,
            Endpoints endpoints,
            MemberList list,
            Members members,
            OrganizationChanges organizations,
            AuditLog audit) {
        this.call = call;
        this.endpoints = endpoints;
        this.list = list;
        this.members = members;
        this.organizations = organizations;
        this.audit = audit;
    }

    @GET
    @RolesAllowed(Roles.VIEWER)
    @Operation(summary = "The members of the organization, who joined first at the top")
    public Uni<RestResponse<Page<MemberView>>> find(String org_id) {
        return endpoints.list(MemberView.class, (caller, query) -> list.members(caller, PathId.of(org_id), query));
    }

    @PATCH
    @Path("{user_id}")
    @RolesAllowed(Roles.ADMIN)
    @Operation(summary = "Give a member other roles, none that one lacks oneself")
    @APIResponseSchema(MemberView.class)
    public Uni<Response> patch(String org_id, String user_id, byte[] body) {
        var address = call.address();
        return endpoints.patch(body, (unit, ifMatch, fields) -> {
            var roles = roles(fields);
            return organizations
                    .require(unit, PathId.of(org_id))
                    .chain(() -> members.change(unit, PathId.of(user_id), roles, ifMatch))
                    .call(changed -> changed.before().equals(changed.after())
                            ? Uni.createFrom().voidItem()
                            : note(unit, "member.roles_changed", changed.after(), changed.roles(), address))
                    .map(changed -> Answer.ok(changed.after()));
        });
    }

    private static List<String> roles(Fields fields) {
        fields.require("roles");
        var roles = RoleFields.read(fields);
        if (!fields.has("roles")) {
            fields.error("roles", "missing");
        }
        fields.checkStrictly();
        return roles;
    }

    @DELETE
    @Path("{user_id}")
    @RolesAllowed(Roles.ADMIN)
    @Operation(summary = "Remove a member: his sessions and API keys in the organization end")
    public Uni<Response> delete(String org_id, String user_id) {
        var address = call.address();
        return endpoints.delete((unit, ifMatch) -> organizations
                .require(unit, PathId.of(org_id))
                .chain(() -> members.remove(unit, PathId.of(user_id), ifMatch))
                .call(gone ->
                        note(unit, "member.removed", gone, Map.of("before", Map.of("roles", gone.roles())), address))
                .replaceWith(Answer.empty()));
    }

    private Uni<Void> note(
            UnitOfWork unit, String action, MemberView member, Map<String, Object> changes, String address) {
        UUID admin = Acting.id(unit.caller());
        var target = new AuditLog.Target("user", member.userId().toString());
        return audit.noteAdmin(unit, admin, action, target, changes, address);
    }
}
