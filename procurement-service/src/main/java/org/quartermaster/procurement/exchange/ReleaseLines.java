package org.quartermaster.procurement.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.quartermaster.procurement.ocds.Json;
import org.quartermaster.procurement.ocds.Release;
import org.quartermaster.procurement.ocds.publish.Packages;
import org.quartermaster.procurement.source.ReleaseSchema;

/** Writes stored releases as lines of JSON, valid whatever came in. */
@ApplicationScoped
class ReleaseLines {
    /** Releases of a package. */
    static final int IN_PACKAGE = 1_000;

    private static final String PATH = "/api/v1/ocds/export";

    private final Envelopes envelopes;
    private final Packages packages;

    @Inject
    ReleaseLines(Envelopes envelopes, ReleaseSchema schema) {
        this.envelopes = envelopes;
        this.packages = new Packages(schema.release());
    }

    String of(ExportFormat format, List<PublishedRelease> all) {
        return values(format, all).map(value -> Json.text(value) + "\n").collect(Collectors.joining());
    }

    private Stream<? extends JsonNode> values(ExportFormat format, List<PublishedRelease> all) {
        return switch (format) {
            case RELEASE_PACKAGE ->
                packages(all)
                        .map(some -> packages.ofReleases(envelopes.of(PATH, some), PublishedRelease.releases(some)));
            case RECORD_PACKAGE -> Stream.of(packages.ofRecords(envelopes.of(PATH, all), processes(all), false));
            default -> packages.valid(PublishedRelease.releases(all)).stream().map(Release::body);
        };
    }

    private static List<List<Release>> processes(List<PublishedRelease> all) {
        return PublishedRelease.processes(all).stream()
                .map(PublishedRelease::releases)
                .toList();
    }

    /** NB: in the order of compiling, as packages have their releases, so that a process that fills several stays so. */
    private static Stream<List<PublishedRelease>> packages(List<PublishedRelease> all) {
        var ordered = new ArrayList<>(all);
        ordered.sort(Comparator.comparing(PublishedRelease::release, Release.ORDER));
        return Stream.iterate(0, from -> from < ordered.size(), from -> from + IN_PACKAGE)
                .map(from -> ordered.subList(from, Math.min(ordered.size(), from + IN_PACKAGE)));
    }
}
