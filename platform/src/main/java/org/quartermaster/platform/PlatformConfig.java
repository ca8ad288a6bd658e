package org.quartermaster.platform;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What is set for a service as a whole. */
@ConfigMapping(prefix = "qm")
public interface PlatformConfig {
    /** Short name of the service: prefix of its roles and streams, name of its database. */
    String service();

    /** Port that the service listens on unless QM_HTTP_PORT says otherwise. */
    int port();

    /** What the seed's health answers call the service. */
    String healthName();

    /** Whether requests without a token are let in as the demo tenant (only the local stack sets demo). */
    @WithDefault("${QM_AUTH:required}")
    AuthMode auth();

    /** Whether the process only compares the database with the code, prints what differs and ends. */
    @WithDefault("${QM_VERIFY:false}")
    boolean verify();

    /** Addresses and networks (CIDR) of the proxies whose word about the address of a client counts. */
    Optional<List<String>> trustedProxies();

    Db db();

    Nats nats();

    Issuer issuer();

    SchemaCheck schemaCheck();

    /** Whether a token is needed. */
    enum AuthMode {
        REQUIRED,
        DEMO
    }

    /** The service's own database. */
    interface Db {
        /** {@code postgresql://host:port/database}, without credentials. */
        String url();

        /** Password of the role of background workers; none where the server trusts the connection. */
        @WithDefault("${QM_DB_SYSTEM_PASSWORD:none}")
        String systemPassword();
    }

    /** The event stream. */
    interface Nats {
        String url();

        /** Copies of the stream in a JetStream cluster. */
        @WithDefault("${QM_NATS_REPLICAS:1}")
        int replicas();

        /** How long the stream keeps events. */
        @WithDefault("${QM_NATS_RETENTION:P30D}")
        Duration retention();

        /** Events on their way without an acknowledgement. */
        @WithDefault("512")
        int window();

        /** How often the relay looks for rows that nobody woke it for. */
        @WithDefault("PT0.5S")
        Duration poll();

        /** A relay that the database has not heard of for so long loses its place to another one. */
        @WithDefault("PT15S")
        Duration lease();

        /** How long published rows stay in the outbox, so that a stream can be rebuilt. */
        @WithDefault("${QM_OUTBOX_RETENTION:P7D}")
        Duration outboxRetention();
    }

    /** The comparison of the database with the code. */
    interface SchemaCheck {
        /** How long readiness keeps a good result; probes come every few seconds and schemas change rarely. */
        @WithDefault("PT30S")
        Duration kept();
    }

    /** Who issues the tokens. */
    interface Issuer {
        /** Value of the {@code iss} claim. */
        @WithDefault("${QM_ISSUER:https://quartermaster.local}")
        String name();

        /** Value that the {@code aud} claim has to hold. */
        @WithDefault("${QM_AUDIENCE:quartermaster}")
        String audience();

        /** Where the issuer publishes its keys (RFC 7517); nothing is fetched without it. */
        @WithDefault("${QM_JWKS_URL:}")
        Optional<String> jwksUrl();

        /** Where the issuer exchanges API keys for tokens; without it no API key is accepted. */
        @WithDefault("${QM_TOKEN_URL:}")
        Optional<String> tokenUrl();

        /** Whether users and sessions that the issuer ends are refused here; set when the service is built. */
        @WithDefault("false")
        boolean followed();

        /** How often the keys are fetched. */
        @WithDefault("${QM_ISSUER_REFRESH:PT1M}")
        Duration refresh();

        /** How often each replica reads which users are refused; another one may have heard of it. */
        @WithDefault("PT2S")
        Duration refusals();
    }
}
