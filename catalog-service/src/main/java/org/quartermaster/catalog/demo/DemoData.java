package org.quartermaster.catalog.demo;

import io.quarkus.logging.Log;
import io.quarkus.vertx.http.HttpServer;
import io.quarkus.vertx.http.HttpServerStart;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.inject.Inject;
import java.io.IOException;
import java.sql.SQLException;
import org.quartermaster.platform.PlatformConfig;
import org.quartermaster.platform.consumer.Preparation;

/**
 * Fills a fresh database of the local stack with a small trade in tools and everyday goods. It comes by requests like
 * a user's, so that stock, search, log and events are as they would be; consumers wait for it, because a tender that
 * comes before its subscription would be passed over.
 */
@ApplicationScoped
class DemoData implements Preparation {
    private final PlatformConfig config;
    private final HttpServer server;
    private final DemoSafety safety;
    private volatile boolean done;

    @Inject
    DemoData(PlatformConfig config, HttpServer server, DemoSafety safety) {
        this.config = config;
        this.server = server;
        this.safety = safety;
        this.done = config.auth() != PlatformConfig.AuthMode.DEMO;
    }

    @Override
    public boolean isDone() {
        return done;
    }

    /** NB: after the server listens, because the requests go to it. */
    void start(@ObservesAsync HttpServerStart start) {
        if (config.auth() == PlatformConfig.AuthMode.DEMO) {
            try {
                load();
            } catch (IOException | SQLException | DemoCalls.Refused broken) {
                Log.warn("the catalogue of the demo is not whole; deploy/up --fresh begins anew", broken);
            } catch (InterruptedException stopping) {
                Thread.currentThread().interrupt();
            } finally {
                done = true;
            }
        }
    }

    /** Does nothing where it was once whole. Blocking. */
    void load() throws IOException, SQLException, InterruptedException {
        if (!isWhole()) {
            write();
        }
    }

    void write() throws IOException, SQLException, InterruptedException {
        var calls = calls();
        safety.write();
        new DemoLists(calls).load();
        var script = new DemoScript(calls);
        script.run("shop.json");
        new DemoArticles(calls, script).load();
        script.run("work.json");
        new DemoRequests(calls, script).load();
        script.run("quotations.json");
    }

    /** By the last thing that is made; a quotation is never deleted. */
    private boolean isWhole() throws IOException, InterruptedException {
        return calls().get("/quotations?client_name=Lakeside%20Riding%20School")
                .path("items")
                .has(0);
    }

    private DemoCalls calls() {
        return new DemoCalls(server.getPort());
    }
}
