package org.quartermaster.system.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Probe;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.networking.v1.HTTPIngressPath;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.quartermaster.system.manifest.Manifests.Manifest;

/** What is applied to a cluster. */
class KubernetesTest {
    private static final List<String> SERVICES = List.of("equipment", "vehicle", "catalog", "procurement");
    private static final List<Manifest> ALL = Manifests.all();
    private static final Path BASE = Manifests.FOLDER.resolve("base");

    private static Stream<JsonNode> each(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false);
    }

    /** Whole ones: those of base/<service> only add to them. */
    private static Stream<PodSpec> pods() {
        return ALL.stream()
                .filter(manifest -> !manifest.file().endsWith("environment.yaml"))
                .map(Manifest::model)
                .map(model -> model instanceof Deployment deployment
                        ? deployment.getSpec().getTemplate().getSpec()
                        : model instanceof StatefulSet set
                                ? set.getSpec().getTemplate().getSpec()
                                : model instanceof Job job
                                        ? job.getSpec().getTemplate().getSpec()
                                        : null)
                .filter(Objects::nonNull);
    }

    private static Stream<Container> containers() {
        return pods().flatMap(pod -> pod.getContainers().stream());
    }

    @Test
    void everyFieldIsOneThatKubernetesKnows() {
        for (var manifest : ALL) {
            var model = manifest.model();
            assertThat(model != null || manifest.isOwn())
                    .as("the kind %s in %s is known", manifest.kind(), manifest.file())
                    .isTrue();
            assertThat(Unknown.in(model))
                    .as(manifest.file() + ": " + manifest.name())
                    .isEmpty();
        }
        assertThat(ALL).hasSizeGreaterThan(30);
    }

    @Test
    void whatKustomizeIsToReadIsThere() {
        for (var file : Manifests.files(Manifests.FOLDER, "kustomization.yaml")) {
            var tree = Manifests.read(file);
            var named = Stream.of(
                            each(tree.path("resources")).map(JsonNode::asText),
                            each(tree.path("patches"))
                                    .map(patch -> patch.path("path").asText()),
                            each(tree.path("configMapGenerator"))
                                    .flatMap(map -> each(map.path("files")))
                                    .map(JsonNode::asText))
                    .flatMap(names -> names)
                    .filter(name -> !name.isEmpty())
                    .toList();
            assertThat(named).as(file.toString()).allMatch(name -> Files.exists(file.resolveSibling(name)));
        }
    }

    @Test
    void everyServiceHasItsDeploymentItsPathAndItsDatabaseWall() {
        assertThat(each(Manifests.read(BASE.resolve("kustomization.yaml")).path("resources"))
                        .map(JsonNode::asText))
                .containsAll(SERVICES);
        var paths = each(Manifests.read(BASE.resolve("ingress.yaml"))
                        .path("spec")
                        .path("rules")
                        .get(0)
                        .path("http")
                        .path("paths"))
                .toList();
        assertThat(paths)
                .extracting(path ->
                        path.path("backend").path("service").path("name").asText())
                .containsExactlyElementsOf(
                        SERVICES.stream().map(name -> name + "-service").toList());
        assertThat(ALL)
                .extracting(Manifest::name)
                .containsAll(SERVICES.stream().map(name -> name + "-database").toList());
    }

    @Test
    void aPodRunsWithoutRightsOnAFileSystemThatItCannotWrite() {
        assertThat(pods()).isNotEmpty().allSatisfy(pod -> {
            assertThat(pod.getSecurityContext().getRunAsNonRoot()).isTrue();
            assertThat(pod.getAutomountServiceAccountToken()).isFalse();
        });
        assertThat(containers()).allSatisfy(container -> {
            var security = container.getSecurityContext();
            assertThat(security.getReadOnlyRootFilesystem()).isTrue();
            assertThat(security.getAllowPrivilegeEscalation()).isFalse();
            assertThat(security.getCapabilities().getDrop()).containsExactly("ALL");
            assertThat(container.getResources().getRequests()).containsKeys("cpu", "memory");
            assertThat(container.getResources().getLimits()).containsKeys("memory");
        });
    }

    @Test
    void whatRunsForLongIsProbedAtAPortThatItHas() {
        var probed = containers()
                .filter(container -> !container.getPorts().isEmpty())
                .toList();

        assertThat(probed).hasSize(2).allSatisfy(container -> assertThat(Stream.of(
                                container.getStartupProbe(),
                                container.getLivenessProbe(),
                                container.getReadinessProbe())
                        .map(KubernetesTest::port))
                .allMatch(port -> container.getPorts().stream()
                        .anyMatch(known -> known.getName().equals(port))));
    }

    private static String port(Probe probe) {
        return probe.getHttpGet().getPort().getStrVal();
    }

    @Test
    void everyVolumeThatIsMountedIsThere() {
        assertThat(pods()).allSatisfy(pod -> assertThat(pod.getContainers())
                .flatExtracting(Container::getVolumeMounts)
                .extracting(mount -> mount.getName())
                .isSubsetOf(Stream.concat(
                                Stream.of("data"), pod.getVolumes().stream().map(volume -> volume.getName()))
                        .toList()));
    }

    @Test
    void aConfigMapThatIsNamedIsMade() {
        var made = Manifests.files(Manifests.FOLDER, "kustomization.yaml").stream()
                .flatMap(file -> each(Manifests.read(file).path("configMapGenerator")))
                .map(map -> map.path("name").asText())
                .toList();

        assertThat(ALL.stream().flatMap(manifest -> manifest.tree().findValues("configMapRef").stream()))
                .isNotEmpty()
                .allMatch(reference -> made.contains(reference.path("name").asText()));
        assertThat(ALL.stream().flatMap(manifest -> manifest.tree().findValues("configMapKeyRef").stream()))
                .allMatch(reference -> made.contains(reference.path("name").asText()));
    }

    @Test
    void everySecretIsOneThatTheReadmeSaysHowToMake() throws Exception {
        var readme = Files.readString(Manifests.FOLDER.resolve("README.md"));

        assertThat(ALL.stream().flatMap(manifest -> manifest.tree().findValues("secretKeyRef").stream()))
                .isNotEmpty()
                .allSatisfy(
                        secret -> assertThat(readme).contains(secret.path("key").asText()));
    }

    @Test
    void theAlertsAreThoseOfPrometheus() {
        var own = ALL.stream()
                .filter(manifest -> manifest.kind().endsWith("/PrometheusRule"))
                .flatMap(manifest -> each(manifest.tree().path("spec").path("groups")))
                .toList();
        var kept = Manifests.files(Manifests.DEPLOY.resolve("prometheus"), ".rules.yml").stream()
                .flatMap(file -> each(Manifests.read(file).path("groups")))
                .toList();

        assertThat(own).containsExactlyInAnyOrderElementsOf(kept);
    }

    @Test
    void whatMailsAndTokensLinkToIsRouted() {
        var path = ALL.stream()
                .map(Manifest::model)
                .filter(Ingress.class::isInstance)
                .map(Ingress.class::cast)
                .flatMap(ingress -> ingress.getSpec().getRules().stream())
                .flatMap(rule -> rule.getHttp().getPaths().stream())
                .map(HTTPIngressPath::getPath)
                .filter(each -> each.startsWith("/procurement/"))
                .findFirst()
                .orElseThrow();

        assertThat(List.of(
                        "/procurement/account/verify-email",
                        "/procurement/account/reset-password",
                        "/procurement/api/v1/alerts/unsubscribe",
                        "/procurement/.well-known/jwks.json"))
                .allMatch(link -> link.matches(path));
        assertThat("/procurement/q/mailbox").doesNotMatch(path);
    }
}
