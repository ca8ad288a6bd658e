package org.quartermaster.platform.job;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;

/** The errors of a job: the first ones are kept, all are counted. */
final class JobErrors {
    static final int SHOWN = 100;

    private final ArrayNode first;
    private long count;

    JobErrors(ArrayNode first, long count) {
        this.first = first;
        this.count = count;
    }

    synchronized void add(JobError error) {
        count++;
        if (first.size() < SHOWN) {
            first.add(write(error));
        }
    }

    synchronized long count() {
        return count;
    }

    synchronized String text() {
        return first.toString();
    }

    private static ObjectNode write(JobError error) {
        var json = JsonNodeFactory.instance
                .objectNode()
                .put("line", error.line())
                .put("column", error.column())
                .put("code", error.code());
        var arguments = json.putArray("arguments");
        error.arguments().forEach(arguments::add);
        return json;
    }

    static JobError read(JsonNode json) {
        var arguments = new ArrayList<String>();
        json.path("arguments").forEach(argument -> arguments.add(argument.textValue()));
        return new JobError(
                json.path("line").isNumber() ? json.get("line").longValue() : null,
                json.path("column").textValue(),
                json.path("code").textValue(),
                arguments);
    }
}
