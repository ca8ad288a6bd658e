package org.quartermaster.system.load;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.quartermaster.system.ServiceDatabase;
import org.quartermaster.system.Streams;

/** Holds what clients were told against what the services have, their outboxes, their streams and who heard of them. */
record Accounts(Streams streams) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String OUTBOX =
            "select coalesce(string_agg(cast(event_id as text), ','), '') from platform.outbox";
    private static final String DEAD = "select count(*) from platform.dead_letter";
    private static final String HEARD =
            "select count(*) from platform.inbox where handled_at is not null and consumer = ?";

    /** Each event once, and nothing else; the number of all. */
    int settle(List<Writer> writers) throws Exception {
        streams.awaitAllHeard();
        var events = 0;
        for (var service : streams.services()) {
            var published = events(service);
            events += published.size();
            assertOutboxIsStream(service, published);
            assertThat(new ServiceDatabase(service).ask(DEAD))
                    .as("dead letters of " + service)
                    .isEqualTo("0");
            assertThat(new ServiceDatabase("procurement").ask(HEARD, "procurement-" + service + "-any-any"))
                    .as("events of %s that the trail has taken", service)
                    .isEqualTo(Integer.toString(published.size()));
            for (var writer : writers) {
                if (writer.resource().service().equals(service)) {
                    assertKept(writer, published);
                }
            }
        }
        return events;
    }

    private List<JsonNode> events(String service) throws Exception {
        var events = new ArrayList<JsonNode>();
        for (var message : streams.published(service)) {
            events.add(JSON.readTree(message.getData()));
        }
        return events;
    }

    private static void assertOutboxIsStream(String service, List<JsonNode> published) throws Exception {
        var ids = published.stream().map(event -> event.path("id").asText()).toList();
        var outbox = List.of(new ServiceDatabase(service).ask(OUTBOX).split(","));
        assertThat(new HashSet<>(ids)).as("events of " + service).isEqualTo(new HashSet<>(outbox));
        assertThat(ids).as("events of %s, each once", service).hasSameSizeAs(outbox);
    }

    /** What was acknowledged is there, and every version of it was told once, in its order. */
    private static void assertKept(Writer writer, List<JsonNode> published) {
        var versions = versions(writer.resource(), published);
        writer.known().forEach((id, known) -> {
            assertThat(writer.now(id)).as(id).isEqualTo(known);
            assertThat(versions.get(id))
                    .as("versions of " + id + " in the stream")
                    .isEqualTo(
                            LongStream.rangeClosed(1, known.version()).boxed().toList());
        });
    }

    private static Map<String, List<Long>> versions(Resource resource, List<JsonNode> published) {
        return published.stream()
                .filter(resource::isTold)
                .collect(groupingBy(
                        event -> event.path("subject").asText(),
                        mapping(event -> resource.version(event.path("data")), toList())));
    }
}
