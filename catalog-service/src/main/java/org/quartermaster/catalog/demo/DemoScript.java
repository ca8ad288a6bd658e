package org.quartermaster.catalog.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.quartermaster.platform.rest.Json;

/**
 * Sends the requests of a file one after the other. In them {@code ${name}} is the id of what an earlier request made
 * {@code as} that name, {@code ${day+3}} the day in three days, and {@code ${soon}} the time in a few seconds. An {@code act}
 * is a POST that makes nothing new.
 */
final class DemoScript {
    private static final Pattern WHOLE_ID = Pattern.compile("\"\\$\\{(?!day|soon)([^}]+)}\"");
    private static final Pattern PLACE = Pattern.compile("\\$\\{([^}]+)}");
    private static final int SOON_SECONDS = 3;

    private final DemoCalls calls;
    private final Map<String, Long> ids = new HashMap<>();

    DemoScript(DemoCalls calls) {
        this.calls = calls;
    }

    void run(String file) throws IOException, InterruptedException {
        var number = 0;
        for (var step : Json.read(DemoFiles.bytes(file))) {
            send(file + " " + number++, Json.stored(filled(step.toString())));
        }
    }

    private void send(String key, JsonNode step) throws IOException, InterruptedException {
        for (var method : List.of("put", "patch", "act")) {
            if (step.has(method)) {
                var verb = method.equals("act") ? "POST" : method.toUpperCase(Locale.ROOT);
                calls.change(verb, step.get(method).textValue(), key, step.get("body"));
                return;
            }
        }
        var made = calls.make(step.get("post").textValue(), key, step.get("body"));
        if (step.has("as")) {
            name(step.get("as").textValue(), made.path("id").longValue());
        }
    }

    /** Remembers what was made. */
    void name(String name, long id) {
        ids.put(name, id);
    }

    long id(String name) {
        var id = ids.get(name);
        if (id == null) {
            throw new IllegalArgumentException("nothing was made as " + name);
        }
        return id;
    }

    private String filled(String text) {
        var numbers = WHOLE_ID.matcher(text).replaceAll(place -> Long.toString(id(place.group(1))));
        return PLACE.matcher(numbers).replaceAll(this::value);
    }

    private String value(MatchResult place) {
        var name = place.group(1);
        if (name.equals("soon")) {
            return Instant.now().plusSeconds(SOON_SECONDS).toString();
        }
        return name.startsWith("day")
                ? LocalDate.now(ZoneOffset.UTC).plusDays(days(name)).toString()
                : Long.toString(id(name));
    }

    private static long days(String name) {
        return name.equals("day") ? 0 : Long.parseLong(name.substring("day".length()));
    }
}
