package org.quartermaster.platform.change;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.quartermaster.platform.security.Caller;

/** One event as CloudEvents 1.0 structured JSON, and the NATS subject that it goes to. */
record Envelope(ObjectMapper json, String service, UUID id, Instant time, Caller caller, Change change) {

    /** {@code qm.<service>.<tenant>.<entity>.<verb>}. */
    String subject() {
        return "qm.%s.%s.%s.%s".formatted(service, caller.tenant(), change.entity(), change.verb());
    }

    private String type() {
        return "org.quartermaster.%s.%s.%s.v1".formatted(service, change.entity(), change.verb());
    }

    /** The event with the given view of the entity, and the names of what changed in it, as its data. */
    String text(ObjectNode view, List<String> changed) {
        var event = json.createObjectNode()
                .put("specversion", "1.0")
                .put("id", id.toString())
                .put("source", "urn:quartermaster:" + service)
                .put("type", type())
                .put("subject", change.entityId())
                .put("time", time.toString())
                .put("datacontenttype", "application/json")
                .put("dataschema", "urn:quartermaster:%s:%s:%s:v1".formatted(service, change.entity(), change.verb()))
                .put("tenantid", caller.tenant())
                .put("actorid", caller.subject())
                .put("actortype", caller.type());
        if (caller.traceparent() != null) {
            event.put("traceparent", caller.traceparent());
        }
        event.set("data", data(view, changed));
        return event.toString();
    }

    private ObjectNode data(ObjectNode view, List<String> changed) {
        var data = view.deepCopy();
        data.set("changed", json.valueToTree(changed));
        change.extra().forEach((name, value) -> data.set(name, json.valueToTree(value)));
        return data;
    }
}
