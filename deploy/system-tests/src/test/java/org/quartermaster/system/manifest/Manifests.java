package org.quartermaster.system.manifest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The files of {@code deploy/kubernetes}, as Kustomize reads them. */
final class Manifests {
    static final Path DEPLOY = Path.of("..").toAbsolutePath().normalize();
    static final Path FOLDER = DEPLOY.resolve("kubernetes");
    private static final YAMLMapper YAML = new YAMLMapper();
    private static final Map<String, Class<? extends HasMetadata>> KINDS = Map.of(
            "v1/Namespace", Namespace.class,
            "v1/Service", Service.class,
            "v1/ServiceAccount", ServiceAccount.class,
            "apps/v1/Deployment", Deployment.class,
            "apps/v1/StatefulSet", StatefulSet.class,
            "batch/v1/Job", Job.class,
            "autoscaling/v2/HorizontalPodAutoscaler", HorizontalPodAutoscaler.class,
            "networking.k8s.io/v1/Ingress", Ingress.class,
            "networking.k8s.io/v1/NetworkPolicy", NetworkPolicy.class,
            "policy/v1/PodDisruptionBudget", PodDisruptionBudget.class);

    private Manifests() {}

    /** One document of a file. */
    record Manifest(Path file, JsonNode tree) {
        String kind() {
            return tree.path("apiVersion").asText() + "/" + tree.path("kind").asText();
        }

        String name() {
            return tree.path("metadata").path("name").asText();
        }

        boolean isOwn() {
            return kind().startsWith("postgresql.cnpg.io/") || kind().startsWith("monitoring.coreos.com/");
        }

        /** The model of Kubernetes itself; null where it knows no such kind. */
        HasMetadata model() {
            var type = KINDS.get(kind());
            return type == null ? null : YAML.convertValue(tree, type);
        }
    }

    static JsonNode read(Path file) {
        return documents(file).get(0);
    }

    private static List<JsonNode> documents(Path file) {
        try (var parser = YAML.getFactory().createParser(file.toFile())) {
            return new ArrayList<>(YAML.readValues(parser, JsonNode.class).readAll());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(file.toString(), unreadable);
        }
    }

    /** All that is applied; what only tells Kustomize how is left out. */
    static List<Manifest> all() {
        return files(FOLDER, ".yaml").stream()
                .filter(file -> !file.endsWith("kustomization.yaml"))
                .flatMap(file -> documents(file).stream().map(tree -> new Manifest(file, tree)))
                .toList();
    }

    static List<Path> files(Path folder, String ending) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
