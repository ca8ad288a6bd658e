package org.quartermaster.platform.list;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.quartermaster.platform.problem.Problem;
import org.quartermaster.platform.problem.ProblemType;
import org.quartermaster.platform.rest.Json;

/**
 * A place in a list.
 *
 * @param list which list, filter and order it belongs to
 * @param backwards true for the page before it
 * @param values the sort values of the row there, as PostgreSQL writes them
 * @param counted how many rows were counted on the page before, or null where they are counted anew
 */
public record Cursor(String list, boolean backwards, List<String> values, Long counted) {

    /** A place in a list whose rows are not counted, or each time. */
    public Cursor(String list, boolean backwards, List<String> values) {
        this(list, backwards, values, null);
    }

    /** The text that a client hands back. */
    public String encode() {
        var json = JsonNodeFactory.instance.objectNode().put("l", list).put("b", backwards);
        var array = json.putArray("v");
        values.forEach(array::add);
        if (counted != null) {
            json.put("n", counted);
        }
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(json.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** The cursor of a parameter; null without one; 400 when it is broken or of another list. */
    public static Cursor decode(String text, String list, int keys) {
        if (text == null) {
            return null;
        }
        try {
            var json = Json.read(Base64.getUrlDecoder().decode(text));
            var values = new ArrayList<String>();
            for (JsonNode value : json.path("v")) {
                values.add(value.textValue());
            }
            if (!list.equals(json.path("l").textValue()) || values.size() != keys) {
                throw Problem.of(ProblemType.BAD_CURSOR);
            }
            var counted = json.path("n").isIntegralNumber() ? json.path("n").longValue() : null;
            return new Cursor(list, json.path("b").booleanValue(), values, counted);
        } catch (IllegalArgumentException | NullPointerException | Problem broken) {
            throw Problem.of(ProblemType.BAD_CURSOR);
        }
    }
}
