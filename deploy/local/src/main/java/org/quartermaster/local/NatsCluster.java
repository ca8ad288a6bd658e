package org.quartermaster.local;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Three NATS servers on loopback ports that keep their streams together, for tests that end one of them. */
public final class NatsCluster implements AutoCloseable {
    private static final int NODES = 3;

    private final Map<String, NatsServer> nodes = new LinkedHashMap<>();

    private NatsCluster() {}

    /** Starts them and waits until each answers; the folder holds their stores and logs. */
    public static NatsCluster start(Path folder) throws IOException {
        var cluster = new NatsCluster();
        var routes = new LinkedHashMap<String, Integer>();
        for (var n = 1; n <= NODES; n++) {
            routes.put("node-" + n, Processes.freePort());
        }
        for (var node : routes.keySet()) {
            var server = new NatsServer(folder.resolve(node), Processes.freePort(), configuration(node, routes));
            cluster.nodes.put(node, server);
        }
        try {
            for (var server : cluster.nodes.values()) {
                server.launch();
            }
            for (var server : cluster.nodes.values()) {
                server.awaitJetStream();
            }
            return cluster;
        } catch (IOException failed) {
            cluster.close();
            throw failed;
        }
    }

    private static String configuration(String node, Map<String, Integer> routes) {
        var all = routes.values().stream()
                .map(port -> "\"nats://127.0.0.1:%d\"".formatted(port))
                .collect(Collectors.joining(", "));
        return """
                server_name: "%s"
                cluster {
                  name: "quartermaster"
                  listen: "127.0.0.1:%d"
                  routes: [%s]
                }
                """.formatted(node, routes.get(node), all);
    }

    /** The addresses of all, as {@code NATS_URL} takes them. */
    public String url() {
        return nodes.values().stream().map(NatsServer::url).collect(Collectors.joining(","));
    }

    /** Ends a node with SIGKILL; by the name under which streams tell of their leader. */
    public void kill(String node) throws IOException {
        nodes.get(node).kill();
    }

    /** Starts a node again on its store, and waits until it answers. */
    public void start(String node) throws IOException {
        nodes.get(node).start();
    }

    @Override
    public void close() throws IOException {
        for (var server : nodes.values()) {
            server.stop();
        }
    }
}
