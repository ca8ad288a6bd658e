package org.quartermaster.catalog.safetyreference;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** A code as a part of a path. */
final class PathPart {
    private PathPart() {}

    static String of(String code) {
        return URLEncoder.encode(code, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
