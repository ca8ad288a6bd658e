package org.quartermaster.system.api;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Makes rows by the examples of the documents and reads all that can be read, to come to know as many ids as it can. */
final class Discovery {
    private static final int ROUNDS = 2;

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
            var isList = operation.method().equals("GET");
            if (isList || asked.add(operation.method() + path)) {
                var answer = wire.send(usual.at(operation, path));
                if (answer.isOk()) {
                    rows.learn(path, answer.json());
                }
            }
        }
    }
}
