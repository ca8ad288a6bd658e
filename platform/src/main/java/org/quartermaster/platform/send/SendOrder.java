package org.quartermaster.platform.send;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What is to be sent, where, and how it is to be taken.
 *
 * @param service without a slash at its end
 * @param token of the one who sends, or null
 * @param parameters by the names that the service has for them
 */
public record SendOrder(URI service, String token, Map<String, String> parameters, List<Path> files) {

    /** A path of the service with parameters as its query. */
    public static String path(String path, Map<String, String> parameters) {
        return path
                + parameters.entrySet().stream()
                        .map(entry -> entry.getKey() + "=" + encoded(entry.getValue()))
                        .collect(Collectors.joining("&", "?", ""));
    }

    /** A text as it may stand in a path or a query. */
    public static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
