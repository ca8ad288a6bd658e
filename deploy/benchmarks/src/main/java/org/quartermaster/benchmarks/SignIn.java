package org.quartermaster.benchmarks;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/** Signing in against the one hash that it needs, and getting tokens without one. */
final class SignIn {
    static final int MEMORY = 19_456;
    static final int ITERATIONS = 2;
    private static final String PASSWORD = "seven green gondolas";
    private static final byte[] SALT = "salt of the bench".getBytes(StandardCharsets.UTF_8);
    private static final double TIMES = 1.2;
    private static final double SHARE = 0.8;
    private static final double TOKEN_MILLIS = 5;

    private final Run run;
    private final Api api;

    SignIn(Run run) {
        this.run = run;
        this.api = new Api(run.stand());
    }

    static byte[] hash() {
        var generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(MEMORY)
                .withIterations(ITERATIONS)
                .withParallelism(1)
                .withSalt(SALT)
                .build());
        var made = new byte[32];
        generator.generateBytes(PASSWORD.getBytes(StandardCharsets.UTF_8), made);
        return made;
    }

    /** What the users' rows hold of the password. */
    static String passwordHash() {
        var encoder = Base64.getEncoder().withoutPadding();
        return "$argon2id$v=19$m=%d,t=%d,p=1$%s$%s"
                .formatted(MEMORY, ITERATIONS, encoder.encodeToString(SALT), encoder.encodeToString(hash()));
    }

    void measure() throws IOException, InterruptedException {
        var seconds = run.settings().measure().toSeconds();
        var hashes = new InService(run.stand()).run(Hashing.class, seconds);
        // NB: who waits for more than two seconds is turned away, so as many clients as there are workers.
        try (var load = new Load(2 * Runtime.getRuntime().availableProcessors())) {
            load.run(run.settings().measure(), this::login);
            var logins = Run.good("login", load.run(run.settings().measure(), this::login));
            run.report().atLeast("logins", logins.perSecond(), "a second", "hashes", hashes.get(1), SHARE);
        }
        var p50 = run.medianOf("login", this::login);
        run.report().atMost("login, p50", p50, "ms", "one Argon2 hash", hashes.get(0), TIMES);
        refresh();
        exchange();
    }

    private Load.Call login(long n) {
        var body = new JsonObject()
                .put("email", "user-" + n % run.stand().tokens.size() + "@bench.example")
                .put("password", PASSWORD);
        return Load.Call.post(run.stand().port(), "/api/v1/auth/login", null, body.encode());
    }

    /** NB: a refresh token is good once, and its answer holds the next one. */
    private void refresh() throws IOException, InterruptedException {
        var token = api.post("/api/v1/auth/login", "application/json", login(1).body())
                .getString("refresh_token");
        var took = new Latencies();
        while (took.goOn(run.settings().measure())) {
            var body = new JsonObject().put("refresh_token", token).encode();
            var begin = System.nanoTime();
            token = api.post("/api/v1/auth/refresh", "application/json", body).getString("refresh_token");
            took.add(System.nanoTime() - begin);
        }
        run.report().below("refresh, p50", took.medianMillis(), "ms", TOKEN_MILLIS);
    }

    private void exchange() throws IOException, InterruptedException {
        var body = "{\"name\": \"bench\", \"roles\": [\"viewer\"]}";
        var key = api.post("/api/v1/api-keys", "application/json", body).getString("key");
        var p50 =
                run.medianOf("key exchange", n -> Load.Call.exchange(run.stand().port(), "/api/v1/auth/token", key));
        run.report().below("key exchange, p50", p50, "ms", TOKEN_MILLIS);
    }
}
