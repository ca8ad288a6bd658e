package org.quartermaster.platform.migration;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.quartermaster.platform.PlatformConfig;
import org.quartermaster.platform.migration.Migrations.MigrationView;

/**
 * Compares the database with this build, prints what differs and ends the process: {@code deploy/migrate ... verify}.
 * Only the service itself knows its entities, so it is started for it, but nothing of it runs.
 */
@ApplicationScoped
final class Verification {
    private final PlatformConfig config;
    private final Migrations migrations;
    private final SchemaCheck schema;

    @Inject
    Verification(PlatformConfig config, Migrations migrations, SchemaCheck schema) {
        this.config = config;
        this.migrations = migrations;
        this.schema = schema;
    }

    /** NB: halts, because an orderly stop would first wait for the start that it is part of. */
    void atStart(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) StartupEvent start)
            throws IOException, SQLException {
        if (config.verify()) {
            var good = print();
            System.out.flush();
            Runtime.getRuntime().halt(good ? 0 : 1);
        }
    }

    private boolean print() throws IOException, SQLException {
        var all = migrations.all();
        var open = all.stream()
                .filter(view ->
                        view.status() != Migration.Status.APPLIED && view.status() != Migration.Status.SUPERSEDED)
                .map(MigrationView::version)
                .toList();
        var changed = all.stream()
                .filter(view ->
                        view.appliedChecksum() != null && !Objects.equals(view.checksum(), view.appliedChecksum()))
                .map(MigrationView::version)
                .toList();
        var report = schema.compare();
        print("elements ok", List.of(report.ok().size()));
        print("shadow (known to the database alone)", report.shadow());
        print("migrations not applied", open);
        print("migrations changed since they were applied, or unknown", changed);
        print("missing in the database", report.missing());
        print("of another type", report.retyped());
        return open.isEmpty()
                && changed.isEmpty()
                && report.missing().isEmpty()
                && report.retyped().isEmpty();
    }

    private static void print(String what, Collection<?> found) {
        System.out.println(what + ": " + (found.isEmpty() ? "none" : found.toString()));
    }
}
