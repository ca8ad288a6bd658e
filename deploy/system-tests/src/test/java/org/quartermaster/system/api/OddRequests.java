package org.quartermaster.system.api;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Requests of an operation that differ from the usual one in something; the same ones for the same seed. */
final class OddRequests {
    private static final List<String> METHODS = List.of("TRACE", "OPTIONS", "PATCH", "PUT", "DELETE", "ODD", "HEAD");

    /** NB: a longer first line the server refuses by itself, with 414 and no body. */
    private static final int LONGEST = 4000;

    private final Operation operation;
    private final Request usual;
    private final Random random;

    OddRequests(Operation operation, Request usual, long seed) {
        this.operation = operation;
        this.usual = usual;
        this.random = new Random(seed ^ operation.toString().hashCode());
    }

    Request next() {
        var odd = vary(usual);
        var odder = random.nextInt(4) == 0 ? vary(odd) : odd;
        return odder.target().length() > LONGEST ? next() : odder;
    }

    private Request vary(Request request) {
        var kind = random.nextInt(10);
        if (request.body() != null && kind < 6) {
            return request.holding(OddBodies.of(request.body(), random));
        }
        return switch (kind % 5) {
            case 0, 1 -> query(request);
            case 2 -> operation.hasPathParameters() ? path(request) : query(request);
            case 3 -> OddHeaders.add(request, random);
            default -> random.nextInt(4) == 0 ? request.by(OddValues.any(METHODS, random)) : query(request);
        };
    }

    private Request query(Request request) {
        var known = operation.in("query");
        if (known.isEmpty() || random.nextInt(8) == 0) {
            return ask(request, strange());
        }
        var name = OddValues.any(known, random).name();
        return switch (random.nextInt(8)) {
            case 0 -> ask(request, name + "=" + OddValues.inUrl(random) + "&" + name + "=" + OddValues.inUrl(random));
            case 1 -> ask(request, name);
            case 2 -> ask(request, name + "[]=" + OddValues.inUrl(random));
            default -> ask(request, name + "=" + OddValues.inUrl(random));
        };
    }

    private String strange() {
        return switch (random.nextInt(6)) {
            case 0 -> "nobody_knows=" + OddValues.inUrl(random);
            case 1 -> "=" + OddValues.inUrl(random);
            case 2 -> "&&&=&";
            case 3 -> "a=1&".repeat(900);
            case 4 -> OddValues.inUrl(random) + "=1";
            default -> "limit=" + OddValues.inUrl(random) + "&cursor=" + OddValues.inUrl(random);
        };
    }

    private static Request ask(Request request, String question) {
        return request.to(request.target() + (request.target().contains("?") ? "&" : "?") + question);
    }

    /** Puts something odd into one segment of the path that the template leaves open. */
    private Request path(Request request) {
        var end = request.target().indexOf('?');
        var path = end < 0 ? request.target() : request.target().substring(0, end);
        var segments = path.split("/");
        var template = operation.path().split("/");
        var open = IntStream.range(0, Math.min(template.length, segments.length))
                .filter(i -> template[i].startsWith("{"))
                .boxed()
                .toList();
        if (!open.isEmpty()) {
            segments[OddValues.any(open, random)] = OddValues.inUrl(random);
        }
        return request.to(
                String.join("/", segments) + (end < 0 ? "" : request.target().substring(end)));
    }
}
