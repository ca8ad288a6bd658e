package org.quartermaster.system.api;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A request as it goes over the wire, right or not.
 *
 * @param target path and query, encoded already
 * @param headers names and values in turn, without those of the connection
 */
record Request(String method, String target, List<String> headers, byte[] body) {
    private static final int SHOWN = 300;

    static Request of(String method, String target) {
        return new Request(method, target, List.of(), null);
    }

    Request with(String header, String value) {
        var more = new ArrayList<>(headers);
        more.add(header);
        more.add(value);
        return new Request(method, target, more, body);
    }

    /** Without a header, whose name is given as it was added. */
    Request without(String header) {
        var less = new ArrayList<String>();
        for (var i = 0; i < headers.size(); i += 2) {
            if (!headers.get(i).equals(header)) {
                less.addAll(headers.subList(i, i + 2));
            }
        }
        return new Request(method, target, less, body);
    }

    Request to(String otherTarget) {
        return new Request(method, otherTarget, headers, body);
    }

    Request by(String otherMethod) {
        return new Request(otherMethod, target, headers, body);
    }

    Request holding(byte[] otherBody) {
        return new Request(method, target, headers, otherBody);
    }

    Request holding(String text) {
        return holding(text.getBytes(StandardCharsets.UTF_8));
    }

    byte[] bytes(int port) {
        var head = new StringBuilder("%s %s HTTP/1.1\r\nHost: localhost:%d\r\n".formatted(method, target, port));
        for (var i = 0; i < headers.size(); i += 2) {
            head.append(headers.get(i)).append(": ").append(headers.get(i + 1)).append("\r\n");
        }
        if (body != null || !method.equals("GET")) {
            head.append("Content-Length: ")
                    .append(body == null ? 0 : body.length)
                    .append("\r\n");
        }
        var start = head.append("\r\n").toString().getBytes(StandardCharsets.UTF_8);
        if (body == null) {
            return start;
        }
        var all = new byte[start.length + body.length];
        System.arraycopy(start, 0, all, 0, start.length);
        System.arraycopy(body, 0, all, start.length, body.length);
        return all;
    }

    @Override
    public String toString() {
        var text = body == null ? "" : new String(body, StandardCharsets.UTF_8);
        return "%s %s %s %s".formatted(method, cut(target), cut(headers.toString()), cut(text));
    }

    private static String cut(String text) {
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "... (" + text.length() + " characters)";
    }
}
