package org.quartermaster.system;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.UUID;

/** Somebody with an organization of his own and nothing in it. */
public final class Newcomer {
    private Newcomer() {}

    /** Registers him, buys him a plan and signs him in; all services know his token. */
    public static Visitor of(Platform platform) throws IOException, InterruptedException {
        var visitor = new Visitor(platform.port("procurement"), "v" + UUID.randomUUID() + "@example.com");
        visitor.register(null);
        visitor.signIn(null);
        visitor.buy("professional");
        visitor.signIn(null);
        for (var service : Platform.SERVICES) {
            await(service + " knows the issuer's keys")
                    .atMost(Duration.ofMinutes(1))
                    .until(() -> visitor.get(platform.port(service), "/api/v1/jobs") == 200);
        }
        return visitor;
    }
}
