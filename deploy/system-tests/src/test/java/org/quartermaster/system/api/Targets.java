package org.quartermaster.system.api;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Encodes values for paths and queries. */
final class Targets {
    private Targets() {}

    static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
