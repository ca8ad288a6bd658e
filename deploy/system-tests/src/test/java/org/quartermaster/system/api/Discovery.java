package org.quartermaster.system.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Makes rows by the examples of the documents and reads all that can be read, to come to know as many ids as it can. */
final class Discovery {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int ROUNDS = 2;
    private static final int ATTEMPTS = 4;
    private static final int UNPROCESSABLE = 422;

    private final List<Operation> operations;
    private final Wire wire;
    private final KnownRows rows = new KnownRows();
    private final UsualRequests usual = new UsualRequests(rows);
    private final Set<String> asked = new HashSet<>();

    Discovery(List<Operation> operations, Wire wire) {
        this.operations = operations;
        this.wire = wire;
    }

    /** Whoever asks without a token is the demo tenant. */
    KnownRows explore() throws IOException {
        for (var round = 0; round < ROUNDS; round++) {
            read();
            make();
        }
        read();
        return rows;
    }

    private void read() throws IOException {
        for (var operation : operations) {
            if (operation.method().equals("GET") && !operation.isStream()) {
                ask(operation);
            }
        }
    }

    private void make() throws IOException {
        for (var operation : operations) {
            if (operation.method().equals("POST") && operation.takesJson() && isHarmless(operation)) {
                ask(operation);
            }
        }
    }

    /** What signs out or takes the account away would leave nobody to ask. */
    private static boolean isHarmless(Operation operation) {
        return !operation.path().contains("/auth/") && !operation.path().contains("/admin/users/");
    }

    private void ask(Operation operation) throws IOException {
        for (var path : rows.fill(operation)) {
            if (operation.method().equals("GET")) {
                hear(operation, path, wire.send(usual.at(operation, path)));
            } else if (asked.add(path)) {
                make(operation, path);
            }
        }
    }

    /** Leaves out what is refused, so that something is made of the rest. */
    private void make(Operation operation, String path) throws IOException {
        var next = usual.at(operation, path);
        for (var attempt = 0; attempt < ATTEMPTS; attempt++) {
            var answer = wire.send(next);
            hear(operation, path, answer);
            if (answer.status() != UNPROCESSABLE) {
                return;
            }
            next = next.holding(without(next.body(), answer.json().path("errors")));
        }
    }

    private static String without(byte[] body, JsonNode errors) throws IOException {
        var json = JSON.readTree(body);
        if (json instanceof ObjectNode object) {
            errors.forEach(error -> object.remove(error.path("field").asText().split("[.\\[]")[0]));
        }
        return json.toString();
    }

    /** NB: lists of the whole installation name rows of other organizations too. */
    private void hear(Operation operation, String path, Answer answer) {
        if (answer.isOk()) {
            rows.learn(path, answer.json());
            if (!PublicRows.isPublic(operation)) {
                rows.learnNames(answer.json());
            }
        }
    }
}
