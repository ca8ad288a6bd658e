package org.quartermaster.procurement.notice;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.quartermaster.platform.list.Page;
import org.quartermaster.platform.resource.Endpoints;
import org.quartermaster.platform.rest.Answer;
import org.quartermaster.platform.security.Roles;

/** What one was told. */
@Path("/api/v1/notifications")
@Tag(name = "notifications")
@Produces(MediaType.APPLICATION_JSON)
public final class NotificationResource {
    private final Endpoints endpoints;
    private final NotificationInbox inbox;

    @Inject
    NotificationResource(Endpoints endpoints, NotificationInbox inbox) {
        this.endpoints = endpoints;
        this.inbox = inbox;
    }

    @GET
    @RolesAllowed(Roles.VIEWER)
    @Operation(summary = "One's own notifications, the newest first")
    public Uni<RestResponse<Page<NotificationView>>> find() {
        return endpoints.list(NotificationView.class, inbox::find);
    }

    @GET
    @Path("unread-count")
    @RolesAllowed(Roles.VIEWER)
    @Operation(summary = "How many of them are not read")
    @APIResponseSchema(NotificationInbox.Unread.class)
    public Uni<Response> unread() {
        return endpoints.get(caller -> inbox.unread(caller).map(count -> Answer.ok(count, null)));
    }

    @PATCH
    @Path("{notification_id}")
    @RolesAllowed(Roles.VIEWER)
    @Operation(summary = "Mark a notification as read, or as not read")
    @APIResponseSchema(NotificationView.class)
    public Uni<Response> mark(String notification_id, byte[] body) {
        return endpoints.patch(body, (unit, ifMatch, fields) -> inbox.mark(unit, notification_id, ifMatch, fields));
    }

    @DELETE
    @Path("{notification_id}")
    @RolesAllowed(Roles.VIEWER)
    @Operation(summary = "Delete a notification")
    public Uni<Response> delete(String notification_id) {
        return endpoints.delete((unit, ifMatch) -> inbox.delete(unit, notification_id, ifMatch));
    }

    @POST
    @Path("mark-all-read")
    @RolesAllowed(Roles.VIEWER)
    @Operation(summary = "Mark all of them as read")
    @APIResponseSchema(NotificationInbox.Marked.class)
    public Uni<Response> markAll(byte[] body) {
        return endpoints.put(body, (unit, ifMatch, fields) -> {
            fields.checkStrictly();
            return inbox.markAll(unit).map(marked -> Answer.ok(marked, null));
        });
    }
}
