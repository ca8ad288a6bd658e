package org.quartermaster.system.api;

import java.util.List;
import java.util.Random;

/** Headers that are well formed as HTTP and odd in what they say. */
final class OddHeaders {
    private static final List<List<String>> KNOWN = List.of(
            List.of("Accept", "application/xml"),
            List.of("Accept", "text/html;q=abc"),
            List.of("Accept", ",;/"),
            List.of("Accept", "*/*;q=0"),
            List.of("Accept-Language", "ar-EG,xx;q=9,*;q=-1"),
            List.of("Accept-Language", "%"),
            List.of("Accept-Encoding", "gzip;q=oops"),
            List.of("Authorization", "Bearer"),
            List.of("Authorization", "Bearer a.b.c"),
            List.of("Authorization", "Bearer eyJhbGciOiJub25lIn0.eyJzdWIiOiJ4In0."),
            List.of("Authorization", "Basic YTpi"),
            List.of("Authorization", "Odd ="),
            List.of("X-API-Key", "qm_none"),
            List.of("X-API-Key", "%00"),
            List.of("If-Match", "*"),
            List.of("If-Match", "\""),
            List.of("If-Match", "W/\"1\""),
            List.of("If-Match", "\"99999999999999999999.x\""),
            List.of("If-Match", "\"1\", \"2\", 3"),
            List.of("If-None-Match", "*"),
            List.of("If-None-Match", "\"a\",,\"b"),
            List.of("Idempotency-Key", " "),
            List.of("Idempotency-Key", "a".repeat(3000)),
            List.of("Idempotency-Key", "\u0643\u0644"),
            List.of("Last-Event-ID", "-1"),
            List.of("Last-Event-ID", "99999999999999999999"),
            List.of("Range", "bytes=-1-0,5-"),
            List.of("Range", "bytes=0-0"),
            List.of("X-Request-Id", "a".repeat(3000)),
            List.of("X-Request-Id", "<b>\u0643"),
            List.of("traceparent", "00-zz-zz-zz"),
            List.of("traceparent", "00-00000000000000000000000000000000-0000000000000000-00"),
            List.of("X-Forwarded-For", "1.2.3.4, not an address"),
            List.of("Forwarded", "for=;;by="),
            List.of("X-HTTP-Method-Override", "DELETE"),
            List.of("Cookie", "a=b; ; =; q=\""),
            List.of("Prefer", "=;="),
            List.of("Date", "yesterday"),
            List.of("Content-Encoding", "gzip"),
            List.of("Content-Encoding", "br, odd"),
            List.of("Content-Language", "%"),
            List.of("X-Odd", "a".repeat(6000)),
            List.of("User-Agent", ""));
    private static final List<String> TYPES = """

            application/json; charset=utf-7
            application/json;;
            application/json; charset="
            text/plain
            application/xml
            multipart/form-data
            multipart/form-data; boundary=
            application/octet-stream
            */*
            json
            application/merge-patch+json
            application/x-www-form-urlencoded
            a/b/c
            """.lines().toList();

    private OddHeaders() {}

    static Request add(Request request, Random random) {
        if (request.body() != null && random.nextInt(4) == 0) {
            return request.without("Content-Type").with("Content-Type", OddValues.any(TYPES, random));
        }
        var header = OddValues.any(KNOWN, random);
        return request.without(header.get(0)).with(header.get(0), header.get(1));
    }
}
