package org.quartermaster.platform.asyncapi;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Comparator;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.quartermaster.platform.PlatformConfig;
import org.quartermaster.platform.asyncapi.PublishedEvents.EventType;
import org.quartermaster.platform.consumer.EventConsumer;

/** The AsyncAPI 3.0.0 document of the service: all that it publishes and all that it takes. */
@ApplicationScoped
class AsyncApi {
    private static final String MESSAGES = "#/components/messages/";

    private final ObjectMapper json;
    private final Instance<PublishedEvents> published;
    private final Instance<EventConsumer<?>> consumed;
    private final String service;
    private final String title;
    private final String version;

    @Inject
    AsyncApi(
            ObjectMapper json,
            @Any Instance<PublishedEvents> published,
            @Any Instance<EventConsumer<?>> consumed,
            PlatformConfig config,
            @ConfigProperty(name = "quarkus.smallrye-openapi.info-title") String title,
            @ConfigProperty(name = "quarkus.smallrye-openapi.info-version") String version) {
        this.json = json;
        this.published = published;
        this.consumed = consumed;
        this.service = config.service();
        this.title = title;
        this.version = version;
    }

    ObjectNode document() {
        var document = json.createObjectNode().put("asyncapi", "3.0.0");
        document.putObject("info")
                .put("title", title + " events")
                .put("version", version)
                .put(
                        "description",
                        "Every committed change of a public entity, once, in order per entity (JetStream).");
        document.put("defaultContentType", "application/cloudevents+json");
        document.putObject("channels");
        document.putObject("operations");
        var components = document.putObject("components");
        components.putObject("messages");
        components.putObject("schemas").set("CloudEvent", Messages.cloudEvent(json));
        published.stream()
                .flatMap(events -> events.events().stream())
                .sorted(Comparator.comparing(EventType::name))
                .forEach(type -> publishes(document, type));
        consumed.stream()
                .sorted(Comparator.comparing(EventConsumer::subject))
                .forEach(consumer -> takes(document, consumer));
        return document;
    }

    private void publishes(ObjectNode document, EventType type) {
        var messages = new Messages(json, document);
        messages.add(type, service);
        channel(document, type.name(), "qm." + service + ".{tenant}." + type.name(), "send");
    }

    private void takes(ObjectNode document, EventConsumer<?> consumer) {
        var token = consumer.subject().split("\\.");
        // A name may not hold the asterisk of a consumer of all verbs.
        var name = (token[1] + "." + token[3] + "." + token[4]).replace("*", "any");
        new Messages(json, document).add(name, consumer.subject(), consumer.data());
        channel(document, name, "qm." + token[1] + ".{tenant}." + token[3] + "." + token[4], "receive");
    }

    private void channel(ObjectNode document, String name, String address, String action) {
        var channel = document.withObject("/channels").putObject(name).put("address", address);
        channel.putObject("parameters")
                .putObject("tenant")
                .put("description", "Id of the tenant; public for global rows");
        channel.putObject("messages").putObject(name).put("$ref", MESSAGES + name);
        var operation = document.withObject("/operations")
                .putObject(action + "." + name)
                .put("action", action);
        operation.putObject("channel").put("$ref", "#/channels/" + name);
        operation.putArray("messages").addObject().put("$ref", "#/channels/" + name + "/messages/" + name);
    }
}
