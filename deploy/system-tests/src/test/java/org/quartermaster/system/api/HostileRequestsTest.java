package org.quartermaster.system.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quartermaster.system.Platform;

/** Every operation of every service is asked for what no client should ask, by the documents; -Pfaults asks more. */
class HostileRequestsTest {
    private static final int REQUESTS = Integer.getInteger("requests");
    private static final long SEED = Long.getLong("seed", 20260401);
    private static final int TOLD = 60;
    /** What removes rows comes last, so that the others meet some. */
    private static final Comparator<Operation> ORDER =
            Comparator.comparing(operation -> operation.method().equals("DELETE"));

    @TempDir
    private static Path folder;

    private static Platform platform;

    @BeforeAll
    static void start() throws IOException {
        platform = Platform.start(folder, "demo");
    }

    @AfterAll
    static void stop() {
        platform.close();
    }

    private static List<String> faultsOf(String service) {
        try (var wire = new Wire(platform.port(service))) {
            var operations = Documents.of(service);
            var usual = new UsualRequests(new Discovery(operations, wire).explore());
            var faults = new ArrayList<String>();
            for (var operation : operations.stream().sorted(ORDER).toList()) {
                var odd = new OddRequests(operation, usual.of(operation), SEED);
                for (var n = 0; n < REQUESTS; n++) {
                    ask(wire, operation, odd.next(), faults);
                }
            }
            return faults;
        } catch (IOException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static void ask(Wire wire, Operation operation, Request request, List<String> faults) {
        try {
            var fault = Verdict.on(wire.send(request), request);
            fault.ifPresent(what -> faults.add(operation + "\n  asked: " + request + "\n  answered: " + what));
        } catch (IOException unanswered) {
            faults.add(operation + "\n  asked: " + request + "\n  not answered: " + unanswered);
        }
    }

    @Test
    void nothingThatIsAskedBreaksAService() {
        var asking = Platform.SERVICES.stream()
                .map(service -> CompletableFuture.supplyAsync(() -> faultsOf(service)))
                .toList();

        var faults = asking.stream().flatMap(service -> service.join().stream()).toList();

        assertThat(faults.stream().limit(TOLD))
                .as("%d faults, seed %d", faults.size(), SEED)
                .isEmpty();
    }
}
