package org.quartermaster.system.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * What came back.
 *
 * @param headers by names in lower case
 */
record Answer(int status, Map<String, String> headers, byte[] body) {
    private static final ObjectMapper JSON = new ObjectMapper();

    boolean isOk() {
        return status / 100 == 2;
    }

    String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    String type() {
        return headers.getOrDefault("content-type", "");
    }

    /** The body as JSON; a missing node where it is none. */
    JsonNode json() {
        try {
            return type().contains("json") ? JSON.readTree(body) : JSON.missingNode();
        } catch (IOException notJson) {
            return JSON.missingNode();
        }
    }

    /** The code of a problem. */
    String code() {
        return json().path("code").asText();
    }
}
