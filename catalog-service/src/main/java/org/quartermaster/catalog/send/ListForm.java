package org.quartermaster.catalog.send;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.quartermaster.platform.send.SendOrder;

/** The form that takes a list of one kind to its import; a file is read while it is sent, however long it is. */
final class ListForm {
    /** Parameter of an order: what the list is of. */
    static final String KIND = "list";

    private final String boundary = UUID.randomUUID().toString();
    private final String kind;
    private final Map<String, String> texts;

    ListForm(SendOrder order) {
        texts = new LinkedHashMap<>(order.parameters());
        kind = texts.remove(KIND);
        if (kind == null) {
            throw new IllegalArgumentException("Name the --list; see deploy/import --help.");
        }
    }

    String path() {
        return "/api/v1/imports/" + SendOrder.encoded(kind);
    }

    String type() {
        return "multipart/form-data; boundary=" + boundary;
    }

    BodyPublisher of(Path file) throws IOException {
        var parts = new ArrayList<BodyPublisher>();
        texts.forEach((name, value) -> parts.add(text("""
                --%s\r
                Content-Disposition: form-data; name="%s"\r
                \r
                %s\r
                """.formatted(boundary, name, value))));
        parts.add(text("""
                --%s\r
                Content-Disposition: form-data; name="file"; filename="list"\r
                Content-Type: application/octet-stream\r
                \r
                """.formatted(boundary)));
        parts.add(BodyPublishers.ofFile(file));
        parts.add(text("\r\n--%s--\r\n".formatted(boundary)));
        return BodyPublishers.concat(parts.toArray(BodyPublisher[]::new));
    }

    private static BodyPublisher text(String part) {
        return BodyPublishers.ofString(part);
    }
}
