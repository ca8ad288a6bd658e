package org.quartermaster.platform.token;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.quarkus.logging.Log;
import io.quarkus.security.AuthenticationFailedException;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.quartermaster.platform.PlatformConfig;
import org.quartermaster.platform.problem.Problem;
import org.quartermaster.platform.security.Sha256;
import org.quartermaster.platform.token.TokenVerifier.Token;

/**
 * Exchanges API keys for short-lived tokens at the issuer ({@code POST /api/v1/auth/token}). A token is used again
 * until shortly before it expires, and while the issuer is away until it does; a refusal holds for ten seconds. The
 * service that keeps the keys judges them itself.
 */
@ApplicationScoped
final class ApiKeys {
    static final String HEADER = "X-API-Key";
    private static final int MAX_KEPT = 10_000;
    private static final long REFUSAL_SECONDS = 10;
    private static final long EARLY_SECONDS = 60;
    private static final long TOKEN_SECONDS = 300;
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9_.-]{16,200}");

    /** A token or, where it is null, a refusal; to be asked for again from then on, of no use after its end. */
    private record Exchanged(String token, long again, long end) {
        boolean isFresh() {
            return now() < again;
        }

        boolean isUsable() {
            return token != null && now() < end;
        }
    }

    private final PlatformConfig config;
    private final TokenVerifier verifier;
    private final ObjectMapper json;
    private final Instance<KeyJudge> own;
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final Cache<String, Exchanged> kept = Caffeine.newBuilder()
            .maximumSize(MAX_KEPT)
            .expireAfterWrite(Duration.ofHours(1))
            .build();
    private final ConcurrentMap<String, Uni<Exchanged>> running = new ConcurrentHashMap<>();

    @Inject
    ApiKeys(PlatformConfig config, TokenVerifier verifier, ObjectMapper json, Instance<KeyJudge> own) {
        this.own = own;
        this.config = config;
        this.verifier = verifier;
        this.json = json;
    }

    /** The token behind a key; a failure that becomes 401, or 503 when only the issuer could tell. */
    Uni<Token> verify(String key) {
        if (!KEY.matcher(key).matches()) {
            return Uni.createFrom().failure(ApiKeys::refused);
        }
        var hash = Sha256.hex(key);
        if (own.isResolvable()) {
            return judge(key, hash);
        }
        var url = config.issuer().tokenUrl().filter(given -> !given.isBlank());
        return url.isEmpty() ? Uni.createFrom().failure(ApiKeys::refused) : exchanged(url.get(), key, hash);
    }

    /** NB: what is kept only says that the key is known; whether it is good is asked at every request. */
    private Uni<Token> judge(String key, String hash) {
        return own.get().judge(key).map(holder -> {
            if (holder == null) {
                kept.invalidate(hash);
                throw refused();
            }
            var end = now() + TOKEN_SECONDS;
            kept.put(hash, new Exchanged("", end, end));
            return new Token(holder.subject(), holder.tenant(), holder.roles(), now(), end, null);
        });
    }

    private Uni<Token> exchanged(String url, String key, String hash) {
        var known = kept.getIfPresent(hash);
        if (known != null && known.isFresh()) {
            return judge(known);
        }
        return once(hash, () -> exchange(url, key))
                .onFailure(Problem.class)
                .recoverWithUni(away -> known != null && known.isUsable()
                        ? Uni.createFrom().item(known)
                        : Uni.createFrom().failure(away))
                .chain(this::judge);
    }

    /** Whether the key was good when it was last exchanged. */
    boolean knows(String key) {
        var known = kept.getIfPresent(Sha256.hex(key));
        return known != null && known.token() != null;
    }

    private Uni<Token> judge(Exchanged known) {
        return known.token() == null ? Uni.createFrom().failure(ApiKeys::refused) : verifier.verify(known.token());
    }

    /** One exchange at a time for each key, however many requests wait for it. */
    private Uni<Exchanged> once(String hash, Supplier<Uni<Exchanged>> exchange) {
        return running.computeIfAbsent(hash, absent -> exchange.get()
                .invoke(done -> kept.put(hash, done))
                .onTermination()
                .invoke(() -> running.remove(hash))
                .memoize()
                .indefinitely());
    }

    private Uni<Exchanged> exchange(String url, String key) {
        var request = HttpRequest.newBuilder(URI.create(url))
                .timeout(PATIENCE)
                .header(HEADER, key)
                .POST(HttpRequest.BodyPublishers.noBody())
                .build();
        return Uni.createFrom()
                .completionStage(() -> client.sendAsync(request, HttpResponse.BodyHandlers.ofString()))
                .onFailure()
                .transform(ApiKeys::away)
                .map(this::read);
    }

    private Exchanged read(HttpResponse<String> answer) {
        return switch (answer.statusCode()) {
            case 200 -> token(answer.body());
            case 400, 401, 403 -> new Exchanged(null, now() + REFUSAL_SECONDS, 0);
            default -> throw away(new IllegalStateException("status " + answer.statusCode()));
        };
    }

    private Exchanged token(String body) {
        try {
            var read = json.readTree(body);
            var life = read.path("expires_in").asLong(0);
            var early = Math.min(EARLY_SECONDS, life / 2);
            return new Exchanged(read.path("access_token").asText(), now() + life - early, now() + life);
        } catch (JsonProcessingException broken) {
            throw away(broken);
        }
    }

    private static Problem away(Throwable cause) {
        Log.warnf("API key not exchanged: %s", cause.toString());
        return Problem.unavailable();
    }

    private static AuthenticationFailedException refused() {
        return new AuthenticationFailedException("API key refused");
    }

    private static long now() {
        return System.currentTimeMillis() / 1000;
    }
}
