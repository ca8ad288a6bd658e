package org.quartermaster.local;

import java.nio.file.Path;

/** A service of the platform: its database has the same name. */
record Service(String name, int port) {

    Path jar(Path home) {
        return home.resolve(name + "-service/target/quarkus-app/quarkus-run.jar");
    }

    String url(String path) {
        return "http://localhost:" + port + path;
    }
}
