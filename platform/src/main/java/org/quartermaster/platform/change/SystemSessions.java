package org.quartermaster.platform.change;

import io.quarkus.arc.ClientProxy;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.hibernate.engine.creation.internal.SessionCreationOptions;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.internal.SessionFactoryImpl;
import org.hibernate.metamodel.MappingMetamodel;
import org.hibernate.reactive.context.Context;
import org.hibernate.reactive.context.impl.BaseKey;
import org.hibernate.reactive.mutiny.Mutiny;
import org.hibernate.reactive.mutiny.impl.MutinySessionFactoryImpl;
import org.hibernate.reactive.mutiny.impl.MutinySessionImpl;
import org.hibernate.reactive.pool.ReactiveConnection;
import org.hibernate.reactive.pool.ReactiveConnectionPool;
import org.hibernate.reactive.pool.impl.ExternalSqlClientPool;
import org.hibernate.reactive.session.impl.ReactiveSessionImpl;
import org.quartermaster.platform.PlatformConfig;

/**
 * Sessions over connections of the role {@code <svc>_system}, for the few requests that change global rows. The pool is
 * small and its own, so that nothing but such a session ever holds one of its connections.
 */
@ApplicationScoped
final class SystemSessions {
    private static final int CONNECTIONS = 4;
    private static final int IDLE_SECONDS = 60;

    private final MutinySessionFactoryImpl factory;
    private final SessionFactoryImpl entities;
    private final Context context;
    private final Context.Key<Mutiny.Session> key;
    private final Pool pool;
    private final ReactiveConnectionPool connections;

    @Inject
    SystemSessions(Mutiny.SessionFactory factory, Vertx vertx, PlatformConfig config) {
        this.factory = (MutinySessionFactoryImpl) ClientProxy.unwrap(factory);
        this.entities = entities((MappingMetamodel) this.factory.getMetamodel());
        this.context = this.factory.getContext();
        this.key = new BaseKey<>(Mutiny.Session.class, this.factory.getUuid());
        this.pool = pool(vertx, config);
        var jdbc = entities.getJdbcServices();
        this.connections = new ExternalSqlClientPool(pool, jdbc.getSqlStatementLogger(), jdbc.getSqlExceptionHelper());
    }

    /** NB: the factory keeps it to itself; each entity knows it. */
    private static SessionFactoryImpl entities(MappingMetamodel model) {
        var known = new ArrayList<SessionFactoryImplementor>();
        model.forEachEntityDescriptor(entity -> known.add(entity.getFactory()));
        return (SessionFactoryImpl) known.get(0);
    }

    /** The same limits at the database as those of the app role. */
    private static Pool pool(Vertx vertx, PlatformConfig config) {
        var options = PgConnectOptions.fromUri(config.db().url())
                .setCachePreparedStatements(true)
                .setPipeliningLimit(256)
                .addProperty("application_name", config.service() + "-system")
                .addProperty("statement_timeout", "30000")
                .addProperty("idle_in_transaction_session_timeout", "60000");
        options.setUser(config.service() + "_system").setPassword(config.db().systemPassword());
        var size = new PoolOptions()
                .setMaxSize(CONNECTIONS)
                .setIdleTimeout(IDLE_SECONDS)
                .setIdleTimeoutUnit(TimeUnit.SECONDS);
        return PgBuilder.pool().with(size).connectingTo(options).using(vertx).build();
    }

    /** Does the work with a session of the system role in the place where Panache and repositories look for theirs. */
    <T> Uni<T> within(Supplier<Uni<T>> work) {
        return Uni.createFrom()
                .completionStage(() -> connections.getConnection())
                .map(this::session)
                .chain(session -> {
                    context.put(key, session);
                    return Uni.createFrom().deferred(() -> work.get()).eventually(() -> close(session));
                });
    }

    private Mutiny.Session session(ReactiveConnection connection) {
        var options = (SessionCreationOptions) entities.withOptions();
        return new MutinySessionImpl(new ReactiveSessionImpl(entities, options, connection), factory);
    }

    private Uni<Void> close(Mutiny.Session session) {
        context.remove(key);
        return session.close();
    }

    @PreDestroy
    void stop() {
        pool.close();
    }
}
