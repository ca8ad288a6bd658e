package org.quartermaster.platform.db;

import io.quarkus.reactive.pg.client.PgPoolCreator;
import io.vertx.pgclient.PgBuilder;
import io.vertx.sqlclient.Pool;
import jakarta.inject.Singleton;

/**
 * Has the database keep the statements of searches too. NB: the client prepares anew, each time and with the connection
 * standing still, what is longer than 2,048 characters, as a search or a card of many parts is.
 */
@Singleton
final class StatementCache implements PgPoolCreator {
    private static final int LONGEST = 16_384;

    @Override
    public Pool create(Input input) {
        var options = input.pgConnectOptionsList();
        options.forEach(each -> each.setPreparedStatementCacheSqlLimit(LONGEST));
        return PgBuilder.pool()
                .with(input.poolOptions())
                .connectingTo(options.get(0))
                .using(input.vertx())
                .build();
    }
}
