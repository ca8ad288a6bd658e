package org.quartermaster.platform.feed;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.quartermaster.platform.problem.Problem;
import org.quartermaster.platform.rest.Call;
import org.quartermaster.platform.security.Roles;

/** The live change feed as server-sent events (WHATWG HTML, section 9.2). */
@Path("/api/v1/events")
@Tag(name = "events")
public final class ChangeFeedResource {
    private final ChangeFeed feed;
    private final Call call;

    @Inject
    ChangeFeedResource(ChangeFeed feed, Call call) {
        this.feed = feed;
        this.call = call;
    }

    @GET
    @RolesAllowed(Roles.VIEWER)
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @Operation(
            summary = "Changes as they are committed",
            description = "Each event is a CloudEvent; its id is a place that Last-Event-ID goes on from. Without "
                    + "that header the feed begins with the next change.")
    public Multi<OutboundSseEvent> changes(@Context Sse sse) {
        call.query().checkQuery();
        var caller = call.caller();
        var known = call.header("Last-Event-ID");
        var start = known == null ? feed.end(caller) : Uni.createFrom().item(place(known));
        return start.onItem()
                .transformToMulti(position -> feed.after(caller, position))
                .onItem()
                .transformToMultiAndConcatenate(entries -> Multi.createFrom().iterable(events(sse, entries)));
    }

    private static long place(String lastEventId) {
        try {
            return Long.parseUnsignedLong(lastEventId);
        } catch (NumberFormatException notAPlace) {
            throw Problem.invalid("Last-Event-ID", "int_parsing");
        }
    }

    /** NB: a comment when nothing happened keeps proxies from closing the connection, and shows that a client left. */
    private static List<OutboundSseEvent> events(Sse sse, List<NewEvents.Entry> entries) {
        return entries.isEmpty()
                ? List.of(sse.newEventBuilder().comment("").build())
                : entries.stream()
                        .map(entry -> sse.newEventBuilder()
                                .id(Long.toString(entry.position()))
                                .name("change")
                                .mediaType(MediaType.TEXT_PLAIN_TYPE)
                                .data(String.class, entry.envelope())
                                .build())
                        .toList();
    }
}
