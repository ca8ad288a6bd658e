package org.quartermaster.system.api;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Asks as one organization for rows of another by the paths of operations, and then as that other for the same. */
final class Crossing {
    private static final int NOT_FOUND = 404;

    /** What changes a row's state does so after all that reads it, what removes it comes last, and parts go first. */
    private static final List<String> METHODS = List.of("GET", "PATCH", "PUT", "POST", "DELETE");

    private final Wire wire;
    private final KnownRows rows;
    private final ForeignIds foreign;
    private final UsualRequests usual;
    private final String token;

    Crossing(Wire wire, KnownRows rows, ForeignIds foreign, String token) {
        this.wire = wire;
        this.rows = rows;
        this.foreign = foreign;
        this.usual = new UsualRequests(rows);
        this.token = token;
    }

    static int order(Operation one, Operation other) {
        var byMethod = METHODS.indexOf(one.method()) - METHODS.indexOf(other.method());
        return byMethod == 0 ? other.path().length() - one.path().length() : byMethod;
    }

    private Answer ask(Request request) throws IOException {
        return wire.send(request.with("Authorization", "Bearer " + token));
    }

    /** What is wrong with the answers of an operation to the stranger. */
    List<String> leaksOf(Operation operation) throws IOException {
        var leaks = new ArrayList<String>();
        for (var path : rows.fill(operation)) {
            var request = usual.at(operation, path);
            if (operation.isOfRow()) {
                var answer = ask(request);
                if (answer.status() != NOT_FOUND || !foreign.in(answer).isEmpty()) {
                    leaks.add(told(request, answer));
                }
            } else if (operation.method().equals("GET")) {
                var answer = ask(request);
                var ids = foreign.in(answer);
                if (!ids.isEmpty()) {
                    leaks.add("tells of " + ids + ": " + told(request, answer));
                }
            }
        }
        return leaks;
    }

    private static String told(Request request, Answer answer) {
        return "asked: %s%n  answered: %d %s".formatted(request, answer.status(), answer.text());
    }

    /** What the owner hears of an operation on the same rows, where it does not prove that they are there. */
    List<String> unprovenOf(Operation operation) throws IOException {
        var heard = new ArrayList<String>();
        for (var path : rows.fill(operation)) {
            var request = usual.at(operation, path);
            var answer = wire.send(request);
            if (answer.isOk()) {
                return List.of();
            }
            heard.add(told(request, answer));
        }
        return heard.isEmpty() ? List.of("no row is known") : heard;
    }
}
